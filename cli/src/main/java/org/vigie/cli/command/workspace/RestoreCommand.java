package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.custody.BackupSignature.Demand;
import org.vigie.casework.custody.BackupTrust;
import org.vigie.casework.custody.LaterRecords;
import org.vigie.casework.custody.Restoring;
import org.vigie.casework.custody.SealedBackup;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.MandateOptions;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vigie restore}. */
@Command(
    name = "restore",
    description = "Make a workspace of a backup, once each file of it was verified",
    footer = {
      "",
      "What was erased or restricted after the backup is so again, as far as --erasures or, without",
      "it, the workspace in use knows of it, if the backup is one of it. Index and state are then",
      "made anew, which takes as long as to read all inputs. Where neither knows, it says so: the",
      "rest is for ./vigie erase and ./vigie restrict. A witness knows that the log was set back;",
      "before anything is done in the new workspace, its log says of which backup it was made.",
      "",
      "Nothing is restored of a backup whose signature is missing or wrong. Name the key that must",
      "have signed it; else only the audit log of the workspace in use may know the backup."
    })
public final class RestoreCommand implements Callable<Integer> {
  private static final String NONE = "none";
  private static final String RED = "\033[31m";
  private static final String PLAIN = "\033[0m";

  private final Environment environment;

  @Option(names = "--from", required = true, paramLabel = "DIR", description = "The backup")
  private String from = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Of an encrypted one: your private key (PEM, PKCS #8, without a password)")
  private @Nullable String key;

  @Option(
      names = "--cert",
      paramLabel = "CERT",
      description = "Of an encrypted one: your certificate")
  private @Nullable String certificate;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "A folder that does not exist yet: the new workspace")
  private String to = "";

  @Option(
      names = "--erasures",
      paramLabel = "DIR",
      description =
          "What knows what was erased and restricted since: a later backup in a folder, or the"
              + " workspace that is replaced. Default: the workspace in use. none: erase nothing")
  private @Nullable String erasures;

  @Mixin private LogKeyOption logKey = new LogKeyOption();

  @Mixin private BackupKeyOptions keyOptions = new BackupKeyOptions();

  @ArgGroup(validate = false, heading = MandateOptions.HEADING, order = 100)
  private MandateOptions mandateOptions = new MandateOptions();

  @Option(names = "--json", description = "Print what was restored as one JSON object")
  private boolean json;

  public RestoreCommand(Environment environment) {
    this.environment = environment;
  }

  /**
   * What was restored, for programs.
   *
   * @param files how many
   * @param to the new workspace, as it was typed
   * @param signer fingerprint of the key that signed the backup, or empty
   * @param known whether it is known that nobody changed the backup
   * @param why the label of a {@link BackupTrust}
   */
  private record Restored(int files, String to, String signer, boolean known, String why) {}

  @Override
  public Integer call() throws Exception {
    Demand demand = keyOptions.demand(environment);
    Environment saying = json ? environment.sayingOnErr() : environment;
    try (Restoring restoring = restoring(environment.path(from), environment.path(to), demand)) {
      BackupTrust trust =
          BackupTrust.of(restoring, keyOptions.isKeyNamed(), new WorkspaceOption().in(environment));
      Optional<Workspace> known = known(restoring.workspace());
      boolean isSet = logKey.bring(environment, restoring.workspace());
      restoring.note(trust, environment.clock().instant(), environment.logged());
      if (known.isPresent()) {
        new LaterErasures(saying, known.get(), mandateOptions.find(environment))
            .apply(restoring.workspace());
      } else {
        sayUnknown();
      }
      restoring.publish();
      say(restoring, trust);
      if (isSet) {
        logKey.sayMissing(environment, new Workspace(environment.path(to)));
      }
    }
    return Exit.OK.code();
  }

  private void say(Restoring restoring, BackupTrust trust) {
    if (json) {
      environment
          .out()
          .println(
              SafeJson.of(
                  new Restored(
                      restoring.files(),
                      to,
                      restoring.signature().signer(),
                      trust.isKnown(),
                      trust.label())));
      return;
    }
    String files = Words.count(restoring.files(), "file", "files");
    environment
        .out()
        .println(
            files + (trust.isKnown() ? " verified and restored to " : " copied whole to ") + to);
    boolean isRed = !trust.isKnown() && environment.colours();
    environment.out().println(isRed ? RED + trust.sentence() + PLAIN : trust.sentence());
  }

  private Restoring restoring(Path copy, Path target, Demand demand) throws IOException {
    if (key != null && certificate != null) {
      RecipientKey mine = RecipientKey.read(environment.path(key), environment.path(certificate));
      return SealedBackup.restoring(copy, mine, target, demand);
    }
    if (Files.isRegularFile(copy)) {
      throw UserError.ofUsage("an encrypted backup needs --key and --cert, but one is missing");
    }
    return Restoring.of(copy, target, demand);
  }

  /** Returns what knows what was erased since: what was named, or the workspace in use. */
  private Optional<Workspace> known(Workspace restored) throws IOException {
    if (NONE.equals(erasures)) {
      return Optional.empty();
    }
    if (erasures == null) {
      Workspace inUse = new WorkspaceOption().in(environment);
      return LaterRecords.areOfOneWorkspace(inUse, restored)
          ? Optional.of(inUse)
          : Optional.empty();
    }
    Workspace named = new Workspace(environment.path(erasures));
    if (!Files.exists(named.erased()) && !Files.exists(MandateCheck.log(named))) {
      throw UserError.ofInput(
          "--erasures must be a workspace or the folder of a backup, or none, but %s isn't"
              .formatted(SafeText.line(erasures)));
    }
    return Optional.of(named);
  }

  private void sayUnknown() {
    environment
        .err()
        .println(
            NONE.equals(erasures)
                ? "What was erased or restricted after this backup is left as the backup has it, as"
                    + " you asked."
                : "What was erased or restricted after this backup is not known here. Restore again with"
                    + " --erasures DIR, the workspace that is replaced or a later backup; without one,"
                    + " type ./vigie erase ID --why TEXT and ./vigie restrict WHAT --why TEXT.");
  }
}
