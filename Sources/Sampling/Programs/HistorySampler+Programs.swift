import Probability
import Regulation
import Scenarios

/// The slots of `Purpose.programs`, under each program's own subject.
private enum ProgramSlot: UInt32 {
  case effect, quality, cost, share
}

extension HistorySampler {
  /// What each program achieves, costs and bills, once per trial; what is certain draws nothing.
  mutating func drawPrograms() {
    for place in model.programs.indices {
      let program = model.programs[place]
      state.programs.effect[place] = program.effect.mean
      if program.effect.standardDeviation > 0 {
        state.programs.effect[place] +=
          program.effect.standardDeviation * score(.effect, of: program)
      }
      if program.movesQuality { state.programs.quality[place] = score(.quality, of: program) }
      state.programs.cost[place] =
        program.costLevel.isKnown ? 1 : program.costLevel.drawn(score(.cost, of: program))
      state.programs.share[place] =
        program.share.isKnown
        ? program.share.estimate : program.share.drawn(score(.share, of: program))
    }
  }

  private mutating func score(_ slot: ProgramSlot, of program: ProgramModel) -> Double {
    seek(program.subject, .programs, slot: slot.rawValue)
    return stream.normal()
  }

  /// The factor on a type's expenditure of all programs' effects: they multiply.
  func programFactor(_ type: EnrollmentType) -> Double {
    var factor = 1.0
    for place in model.programs.indices {
      let change =
        model.programs[place].reach[type] * model.programs[place].ramp[Int(year) - 1]
        * state.programs.effect[place]
      factor *= max(Self.leastFactor, 1 + change)
    }
    return factor
  }

  /// Opens the year's account: what the programs cost, and what they bill to whom.
  mutating func payPrograms() {
    programYear = .none
    let place = Int(year) - 1
    for program in model.programs.indices {
      let served = EnrollmentType.allCases.reduce(0.0) { sum, type in
        sum + model.programs[program].serving[type] * Double(state.beneficiaries[type])
      }
      let stated =
        model.programs[program].cost[place]
        + model.programs[program].costPerBeneficiary[place] * served
      programYear.cost += stated * state.programs.cost[program]
      let billed = served * feesEach(program)
      programYear.fees += billed
      programYear.feesFromMedicare += billed * model.programs[program].medicareShare
    }
  }

  /// A program's fees of the year for each beneficiary it serves, billed or not.
  private func feesEach(_ place: Int) -> Double {
    let year = Int(year) - 1
    return model.programs[place].feePerBeneficiary[year] * model.programs[place].ramp[year]
      * state.programs.share[place]
  }

  /// What Medicare pays of all programs' fees for each person-year of a type.
  func feesFromMedicare(_ type: EnrollmentType) -> Double {
    var fees = 0.0
    for place in model.programs.indices {
      fees +=
        model.programs[place].serving[type] * feesEach(place)
        * model.programs[place].medicareShare
    }
    return fees / model.base[type].headPersonYears
  }
}
