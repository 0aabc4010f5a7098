package org.vigie.training.figures;

import java.util.OptionalDouble;

/**
 * One promised figure: what it is about, what it must be, and what it was measured to be.
 *
 * @param subject what it is about, such as {@code language}
 * @param name the figure
 * @param target what it must be
 * @param value what it was measured to be; empty if it could not be measured
 * @param remark what was counted, or why nothing was
 */
public record Figure(
    String subject, String name, FigureTarget target, OptionalDouble value, String remark) {
  static Figure measured(
      String subject, String name, FigureTarget target, double value, String remark) {
    return new Figure(subject, name, target, OptionalDouble.of(value), remark);
  }

  static Figure missing(String subject, String name, FigureTarget target, String why) {
    return new Figure(subject, name, target, OptionalDouble.empty(), why);
  }

  /** How a figure stands to its target. */
  public enum Verdict {
    MET("met"),
    SHORT("falls short"),
    UNMEASURED("not measured");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** Returns the verdict as it stands in tables. */
    public String words() {
      return words;
    }
  }

  /** Returns how it stands to its target. */
  public Verdict verdict() {
    if (value.isEmpty()) {
      return Verdict.UNMEASURED;
    }
    return target.isMetBy(value.getAsDouble()) ? Verdict.MET : Verdict.SHORT;
  }
}
