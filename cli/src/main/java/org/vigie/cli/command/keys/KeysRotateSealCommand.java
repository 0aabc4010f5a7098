package org.vigie.cli.command.keys;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.config.Settings;
import org.vigie.casework.custody.KeyGrant;
import org.vigie.casework.custody.SealRotation;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.failure.Exit;
import org.vigie.files.seal.KeySource;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vigie keys rotate-seal}. */
@Command(
    name = "rotate-seal",
    description = "Seal case files and accounts' secrets with a new key",
    footer = {
      "",
      "Stop the console before. If this is killed, type it again, with another grant: it goes on, and",
      "all is readable meanwhile. The former key goes to a file beside the new one; backups made before",
      "need it."
    })
public final class KeysRotateSealCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public KeysRotateSealCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.toReadIn(environment);
    KeySource source =
        new KeySource(
            Settings.of(workspace, environment).custody().files().key(), workspace.root());
    SealRotation rotation = new SealRotation(workspace, source, environment.variables());
    // To go on, too: who can write the file of the key can make it look as if one had begun.
    String by =
        new KeyGrant(workspace, environment)
            .take(new KeyGrant.Asked("rotate-seal", ""), rotation::requireReady);
    new MandateCheck(environment)
        .pass(workspace, Optional.empty(), "keys rotate-seal", "granted=" + by);
    SealRotation.Resealed done = rotation.rotate();
    environment
        .out()
        .println(
            "%s and the secrets of %s are sealed with the new key."
                .formatted(
                    Words.count(done.files(), "case file", "case files"),
                    Words.count(done.accounts(), "account", "accounts")));
    environment
        .out()
        .println(
            done.former()
                .map(file ->
                    "Backups made before need the former key: it is in " + environment.shown(file))
                .orElse("Take the former key out of where files.key leads."));
    return Exit.OK.code();
  }
}
