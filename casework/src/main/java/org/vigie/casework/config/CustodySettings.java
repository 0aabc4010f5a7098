package org.vigie.casework.config;

import org.vigie.files.yaml.Section;

/**
 * What guards what a unit holds.
 *
 * @param audit where the audit log is sealed
 * @param evidence who stamps evidence packages
 * @param retention how long what is kept
 * @param disclosure how many full adverts are shown to one person or for one case
 * @param files who may open what a workspace holds
 */
public record CustodySettings(
    AuditSettings audit,
    EvidenceSettings evidence,
    RetentionSettings retention,
    DisclosureSettings disclosure,
    FileSettings files) {
  static CustodySettings defaults() {
    return new CustodySettings(
        AuditSettings.defaults(),
        EvidenceSettings.defaults(),
        RetentionSettings.defaults(),
        DisclosureSettings.defaults(),
        FileSettings.defaults());
  }

  /** Returns the same with other budgets. */
  public CustodySettings with(DisclosureSettings other) {
    return new CustodySettings(audit, evidence, retention, other, files);
  }

  static CustodySettings read(Section top) {
    return new CustodySettings(
        AuditSettings.read(top.section("audit")),
        EvidenceSettings.read(top.section("evidence")),
        RetentionSettings.read(top.section("retention")),
        DisclosureSettings.read(top.section("disclosure")),
        FileSettings.read(top.section("files")));
  }
}
