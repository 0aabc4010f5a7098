package org.vigie.lab.bench.goals;

import java.util.List;

/**
 * A goal with what is measured of it.
 *
 * @param part letter of the part of the work, A to F
 * @param name what is to be reached, with its unit and limit
 * @param fresh as measured from the start of a process, or empty
 * @param warm as measured in a process that has done the same before, or empty
 * @param outcome whether it is reached
 */
record Goal(String part, String name, String fresh, String warm, GoalOutcome outcome) {
  static Goal notMeasured(String part, String name, String why) {
    return new Goal(part, name, "", "", GoalOutcome.notMeasured(why));
  }

  List<String> row() {
    return List.of(part + " " + name, fresh, warm, outcome.words());
  }
}
