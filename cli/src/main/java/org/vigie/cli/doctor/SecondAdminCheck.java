package org.vigie.cli.doctor;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;

/** Whether all of {@code vigie.yaml} holds, or a part of it waits for a second admin. */
final class SecondAdminCheck {
  private static final String SUBJECT = "two admins";

  private final Workspace workspace;
  private final Environment environment;

  SecondAdminCheck(Workspace workspace, Environment environment) {
    this.workspace = workspace;
    this.environment = environment;
  }

  DoctorFinding finding() {
    try {
      List<SettingsInForce.Waiting> waiting = SettingsInForce.waitingIn(workspace, environment);
      return waiting.isEmpty()
          ? DoctorFinding.ok(SUBJECT, "no setting waits for a second admin")
          : DoctorFinding.warn(
              SUBJECT,
              waiting.stream()
                  .map(SettingsInForce.Waiting::line)
                  .map(SafeText::line)
                  .collect(Collectors.joining("; ")),
              "on the page of accounts one admin asks for it, and another grants it");
    } catch (UserError e) {
      return DoctorFinding.mend(
          SUBJECT, String.valueOf(e.getMessage()), "see to the settings and the database first");
    }
  }
}
