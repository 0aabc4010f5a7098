package org.vigie.cli.command.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.exchange.bag.BagProblem;
import org.vigie.exchange.bag.BagStamp;
import org.vigie.exchange.bag.SinceWhen;
import org.vigie.exchange.timestamp.TrustedAuthorities;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie evidence verify}. */
@Command(
    name = "verify",
    description = "Say whether an evidence package is as it was signed, and if not, what differs",
    footer = {
      "",
      "Ends with 4 if anything differs. VERIFY.md in the package does the same without Vigie."
    })
public final class EvidenceVerifyCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "FOLDER", description = "The package")
  private String folder = "";

  @Option(
      names = "--signer",
      paramLabel = "FINGERPRINT",
      description = "The fingerprint that the sender told you by telephone or on paper")
  private String signer = "";

  @Option(
      names = "--time-stamp-roots",
      paramLabel = "FILE",
      description =
          "Certificates (PEM) as the authorities of its time stamps publish them; without it, those"
              + " count that the package brings")
  private @Nullable String roots;

  public EvidenceVerifyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    BagCheck.Result result = BagCheck.check(environment.path(folder), signer, roots());
    for (BagProblem problem : result.problems()) {
      environment.out().println(SafeText.line(problem.toString()) + written(problem));
    }
    if (!result.problems().isEmpty()) {
      environment
          .out()
          .println(
              "Changed: do not rely on it ("
                  + Words.count(result.problems().size(), "difference", "differences")
                  + ").");
      environment
          .out()
          .println(SinceWhen.of(environment.path(folder), result, signer, roots != null));
      return Exit.INPUT.code();
    }
    environment
        .out()
        .printf(
            "Whole: %s as they were signed by %s.%n",
            Words.count(result.files(), "file", "files"), result.fingerprint());
    tellStamps(result.stamps());
    if (signer.isBlank()) {
      environment
          .out()
          .println("Compare this fingerprint with what the sender told you another way.");
    }
    return Exit.OK.code();
  }

  private @Nullable TrustedAuthorities roots() {
    if (roots == null) {
      return null;
    }
    try {
      return TrustedAuthorities.of(environment.path(roots));
    } catch (IOException e) {
      throw UserError.ofInput(
          "--time-stamp-roots must name a file with certificates, but doesn't: " + e.getMessage());
    }
  }

  private void tellStamps(List<BagStamp> stamps) {
    if (roots != null && stamps.isEmpty()) {
      environment.out().println("No authority stamped it.");
    }
    for (BagStamp stamp : stamps) {
      environment
          .out()
          .println(
              (roots == null
                      ? "By the roots in the package, an authority stamped it at "
                      : "By the roots that you named, an authority stamped it at ")
                  + stamp.at()
                  + ".");
      if (roots == null) {
        stamp
            .roots()
            .forEach(root ->
                environment
                    .out()
                    .printf(
                        "  Root %s, %s: compare with what the authority publishes.%n",
                        SafeText.line(root.subject()), root.digest()));
      }
    }
  }

  /** Returns when a file was written here, which proves little. */
  private String written(BagProblem problem) throws IOException {
    Path file = environment.path(folder).resolve(problem.file());
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? " (file time, which unpacking and copying set: "
            + Words.minute(Files.getLastModifiedTime(file).toInstant())
            + ")"
        : "";
  }
}
