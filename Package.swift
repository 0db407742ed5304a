// swift-tools-version: 6.0
import PackageDescription

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

// Where cw_each_width.h finds the body that it compiles.
let bodies: [CSetting] = [.headerSearchPath(".")]

// Versions are exact because Package.resolved is not committed.
let package = Package(
  name: "Glidepath",
  products: [.executable(name: "glidepath", targets: ["glidepath"])],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
  ],
  targets: [
    // MARK: - Words, numbers and chance
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .target(
      name: "Regulation", dependencies: [yams, crypto], resources: [.embedInCode("Rules")]),
    .target(name: "CWidths"),
    .target(name: "CKernels", dependencies: ["CWidths"], cSettings: bodies),
    .target(name: "Probability", dependencies: ["CGSL", "CKernels", "CWidths"]),
    .target(
      name: "Scenarios", dependencies: ["Regulation", yams, crypto],
      resources: [.embedInCode("Defaults")]),
    .target(
      name: "Sampling",
      dependencies: ["Regulation", "Scenarios", "Probability", "CKernels", "CWidths"]),

    // MARK: - Law
    .target(name: "CSettlement", dependencies: ["CWidths"], cSettings: bodies),
    .target(name: "Reconciliation", dependencies: ["Regulation", "CSettlement", "CWidths"]),

    // MARK: - Outcomes and telling
    .target(name: "CAmounts", dependencies: ["CWidths"], cSettings: bodies),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(
      name: "Projection",
      dependencies: [
        "Regulation", "Scenarios", "Sampling", "Reconciliation", "Probability", "CSettlement",
        "CAmounts", "CWidths",
      ]),
    .target(
      name: "Evidence",
      dependencies: [
        "Regulation", "Scenarios", "Sampling", "Reconciliation", "Projection", "Probability",
      ],
      resources: [.embedInCode("Record")]),
    .target(
      name: "Reporting",
      dependencies: [
        "Regulation", "Scenarios", "Projection", "Evidence", "Reconciliation", "CXlsxWriter",
        "CZip",
        crypto, database,
      ]),
    .executableTarget(
      name: "glidepath",
      dependencies: [
        "Regulation", "Probability", "Scenarios", "Sampling", "Reconciliation", "Projection",
        "Evidence", "Reporting", arguments,
      ]),

    // MARK: - Tests
    .target(name: "Samples", dependencies: ["Scenarios", "Regulation"], path: "Tests/Samples"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CGSL", "CKernels", "CWidths", "Evidence", "Probability", "Projection", "Reconciliation",
        "Regulation", "Reporting", "Sampling", "Scenarios",
      ], path: "Tests/Benchmarks", exclude: ["Peers"]),
    .testTarget(name: "HouseTests"),
    .testTarget(name: "RegulationTests", dependencies: ["Regulation", yams]),
    .testTarget(
      name: "ProbabilityTests", dependencies: ["Probability", "CGSL", "CKernels", "CWidths"]),
    .testTarget(name: "ScenariosTests", dependencies: ["Scenarios", "Regulation", yams]),
    .testTarget(
      name: "SamplingTests",
      dependencies: [
        "Samples", "Sampling", "Scenarios", "Regulation", "Probability", "CKernels", "CWidths",
      ]),
    .testTarget(
      name: "ReconciliationTests",
      dependencies: ["Reconciliation", "Regulation", "CSettlement", "CWidths", yams],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "ProjectionTests",
      dependencies: [
        "Samples", "Projection", "Reconciliation", "Sampling", "Scenarios", "Regulation",
        "Probability", "CSettlement", "CAmounts", "CWidths",
      ]),
    .testTarget(
      name: "EvidenceTests",
      dependencies: ["Evidence", "Scenarios", "Regulation", "Projection", "Probability"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Evidence", "Projection", "Scenarios", "Regulation", "Reconciliation",
      ]),
    .testTarget(name: "CommandTests", dependencies: ["glidepath"]),
  ],
  swiftLanguageModes: [.v6]
)
