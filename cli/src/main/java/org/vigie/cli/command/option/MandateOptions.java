package org.vigie.cli.command.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateDraft;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.files.failure.UserError;
import picocli.CommandLine.Option;

/** The options that name a mandate other than the workspace's. */
public final class MandateOptions {
  public static final String HEADING = "%nMandate (default: mandate.yaml of the workspace):%n";

  @Option(
      names = "--mandate",
      paramLabel = "FILE",
      description = "YAML file with the keys of the other six options here")
  private @Nullable String file;

  @Option(names = "--authority", paramLabel = "TEXT", description = "Who is responsible")
  private String authority = "";

  @Option(
      names = "--legal-basis",
      paramLabel = "TEXT",
      description = "The provision that allows it")
  private String legalBasis = "";

  @Option(names = "--purpose", paramLabel = "TEXT", description = "What it is for")
  private String purpose = "";

  @Option(names = "--case", paramLabel = "TEXT", description = "The case it belongs to")
  private String caseId = "";

  @Option(names = "--approved-by", paramLabel = "TEXT", description = "Who approved it")
  private String approvedBy = "";

  @Option(
      names = "--valid-until",
      paramLabel = "DAY",
      description = "Last day it holds (UTC), such as 2026-12-31")
  private String validUntil = "";

  /** Returns what was written down on the command line. */
  public MandateDraft draft() {
    return new MandateDraft(
        authority.strip(),
        legalBasis.strip(),
        purpose.strip(),
        caseId.strip(),
        approvedBy.strip(),
        validUntil.strip());
  }

  /** Returns the mandate that the options name, or nothing if none was given. */
  public Optional<Mandate> find(Environment environment) {
    boolean written = draft().missing().size() < MandateDraft.KEYS.size();
    if (file != null && written) {
      throw UserError.ofUsage("--mandate must stand alone, but its parts are given too");
    }
    if (file != null) {
      return Optional.of(MandateFile.read(environment.path(file), file));
    }
    return written ? Optional.of(draft().finish("command line")) : Optional.empty();
  }
}
