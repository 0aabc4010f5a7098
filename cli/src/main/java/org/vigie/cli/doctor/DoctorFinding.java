package org.vigie.cli.doctor;

/**
 * What one check found.
 *
 * @param subject what was checked, one or two words
 * @param fit whether it is as it must be
 * @param found what is there
 * @param mend what to do about it; empty if nothing is
 */
public record DoctorFinding(String subject, boolean fit, String found, String mend) {
  static DoctorFinding ok(String subject, String found) {
    return new DoctorFinding(subject, true, found, "");
  }

  /** A finding that stops nothing, and that somebody should know of. */
  static DoctorFinding warn(String subject, String found, String mend) {
    return new DoctorFinding(subject, true, found, mend);
  }

  static DoctorFinding mend(String subject, String found, String mend) {
    return new DoctorFinding(subject, false, found, mend);
  }

  /** Returns the finding on one line, or two if there is something to mend. */
  public String text() {
    String verdict = !fit ? "MEND" : isWarning() ? "WARN" : "ok";
    String line = "%-5s %-11s %s".formatted(verdict, subject, found);
    return mend.isEmpty() ? line : line + "%n%18s%s".formatted("", mend);
  }

  /** Returns whether it is fit, and something is to be done about it all the same. */
  public boolean isWarning() {
    return fit && !mend.isEmpty();
  }
}
