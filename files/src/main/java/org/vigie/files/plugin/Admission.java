package org.vigie.files.plugin;

/** Why a jar may run, or why not. */
public enum Admission {
  /** A signature lies beside it that the trusted key made. */
  SIGNED("signed"),
  /** Somebody approved it, as it is now. */
  APPROVED("approved"),
  /** Nobody approved it. */
  NOT_APPROVED("not approved"),
  /** It is another than the one that was approved. */
  CHANGED("changed since it was approved"),
  /** A key is named, and no signature lies beside it. */
  NOT_SIGNED("not signed"),
  /** What lies beside it is no signature of it that the trusted key made. */
  WRONG_SIGNATURE("signature doesn't fit");

  private final String words;

  Admission(String words) {
    this.words = words;
  }

  /** Returns what a person reads. */
  public String words() {
    return words;
  }

  /** Returns whether the jar may run. */
  public boolean isAdmitted() {
    return this == SIGNED || this == APPROVED;
  }
}
