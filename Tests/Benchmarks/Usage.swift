import Foundation

/// What a process, or the children it has waited for, took.
struct Usage {
  /// Of the processor, on all threads.
  var seconds: Double
  /// The most memory that was ever resident: it does not fall, and no difference is taken of it.
  var kilobytes: Int

  static var now: Usage { Usage(of: RUSAGE_SELF) }
  static var ofChildren: Usage { Usage(of: RUSAGE_CHILDREN) }

  var megabytes: Int { kilobytes / 1_024 }

  static func - (one: Usage, other: Usage) -> Usage {
    Usage(seconds: one.seconds - other.seconds, kilobytes: one.kilobytes)
  }

  private init(seconds: Double, kilobytes: Int) {
    (self.seconds, self.kilobytes) = (seconds, kilobytes)
  }

  private init(of who: __rusage_who) {
    var usage = rusage()
    getrusage(__rusage_who_t(who.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    self.init(
      seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), kilobytes: usage.ru_maxrss)
  }
}
