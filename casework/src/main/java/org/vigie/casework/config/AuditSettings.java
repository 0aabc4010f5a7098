package org.vigie.casework.config;

import org.vigie.files.yaml.Section;

/**
 * The {@code audit} section of {@code vigie.yaml}.
 *
 * @param key file of the private key that signs heads of the audit log, from the workspace on
 * @param heads file of the signed heads, from the workspace on
 */
public record AuditSettings(String key, String heads) {

  /** Returns the defaults: beside the log, until somebody names a place elsewhere. */
  public static AuditSettings defaults() {
    return new AuditSettings("audit/key.pem", "audit/heads.jsonl");
  }

  static AuditSettings read(Section section) {
    AuditSettings absent = defaults();
    AuditSettings read =
        new AuditSettings(section.text("key", absent.key), section.text("heads", absent.heads));
    section.done();
    return read;
  }
}
