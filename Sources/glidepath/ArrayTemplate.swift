import ArgumentParser

/// What to submit, for three ways of running the parts.
enum ArrayTemplate: String, CaseIterable, ExpressibleByArgument {
  case slurm, kubernetes, dask

  var text: String {
    switch self {
    case .slurm: Self.slurmScript
    case .kubernetes: Self.kubernetesJob
    case .dask: Self.daskDriver
    }
  }

  private static let slurmScript = """
    #!/bin/bash
    # A job array of parts, and a merge that waits for all of them:
    #   mkdir -p parts
    #   job=$(OF=64 sbatch --parsable --array=0-63 glidepath.sbatch my-aco.yaml --trials 10000000)
    #   sbatch --dependency=afterok:$job --wrap "glidepath merge parts/*.glidepath --output Reports"
    # Submitted again after a failure, it runs only the parts that are missing.
    #SBATCH --job-name=glidepath
    #SBATCH --output=parts/%a.log
    #SBATCH --requeue
    set -euo pipefail
    part="parts/$SLURM_ARRAY_TASK_ID.glidepath"
    [ -e "$part" ] || glidepath shard "$@" --of "$OF" --output "$part" --quiet

    """

  private static let kubernetesJob = """
    # 64 parts, each a pod that is told its number in JOB_COMPLETION_INDEX. When the job is complete:
    #   glidepath merge /data/parts/*.glidepath --output /data/Reports
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: glidepath
    spec:
      completionMode: Indexed
      completions: 64
      parallelism: 64
      backoffLimit: 64
      template:
        spec:
          restartPolicy: OnFailure
          containers:
            - name: shard
              image: registry.example/glidepath
              command: [sh, -c]
              args:
                - >-
                  mkdir -p /data/parts && glidepath shard /data/my-aco.yaml --trials 10000000 --of 64
                  --output /data/parts/$JOB_COMPLETION_INDEX.glidepath --quiet
              volumeMounts:
                - name: data
                  mountPath: /data
          volumes:
            - name: data
              persistentVolumeClaim:
                claimName: glidepath

    """

  private static let daskDriver = """
    \"\"\"The parts of a run on Dask workers that share a folder; a lost worker's parts are run again.

    python glidepath_dask.py tcp://scheduler:8786 64 my-aco.yaml --trials 10000000
    \"\"\"
    import pathlib
    import subprocess
    import sys

    from distributed import Client, as_completed


    def shard(index, count, arguments):
        part = pathlib.Path("parts") / f"{index}.glidepath"
        part.parent.mkdir(exist_ok=True)
        if not part.exists():
            place = ["--of", str(count), "--index", str(index), "--output", str(part), "--quiet"]
            subprocess.run(["glidepath", "shard", *arguments, *place], check=True)
        return str(part)


    def main(scheduler, count, *arguments):
        count = int(count)
        with Client(scheduler) as client:
            parts = client.map(shard, range(count), count=count, arguments=arguments, retries=3)
            for done, _ in enumerate(as_completed(parts), 1):
                print(f"{done} of {count} parts", file=sys.stderr)
            files = client.gather(parts)
        subprocess.run(["glidepath", "merge", *files, "--output", "Reports"], check=True)


    if __name__ == "__main__":
        main(*sys.argv[1:])

    """
}
