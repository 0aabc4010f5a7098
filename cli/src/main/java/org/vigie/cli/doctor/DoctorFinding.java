package org.vigie.cli.doctor;

/**
 * What one check found.
 *
 * @param subject what was checked, one or two words
 * @param fit whether it is as it must be
 * @param found what is there
 * @param mend what to do about it; empty if it is fit
 */
public record DoctorFinding(String subject, boolean fit, String found, String mend) {
  static DoctorFinding ok(String subject, String found) {
    return new DoctorFinding(subject, true, found, "");
  }

  static DoctorFinding mend(String subject, String found, String mend) {
    return new DoctorFinding(subject, false, found, mend);
  }

  /** Returns the finding on one line, or two if there is something to mend. */
  public String text() {
    String line = "%-5s %-11s %s".formatted(fit ? "ok" : "MEND", subject, found);
    return fit ? line : line + "%n%18s%s".formatted("", mend);
  }
}
