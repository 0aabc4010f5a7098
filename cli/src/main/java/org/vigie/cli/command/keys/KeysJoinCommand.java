package org.vigie.cli.command.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.casework.custody.KeyEscrow;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.cli.command.option.WorkspaceOption;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeyFile;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie keys join}. */
@Command(
    name = "join",
    description = "Restore a lost key from the shares that its holders opened",
    footer = {
      "",
      "Needs no second admin: the holders are the people it takes. Where the workspace is gone too, a",
      "new one by ./vigie init holds the line of the log."
    })
public final class KeysJoinCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "2..*", paramLabel = "SHARE", description = "Opened shares")
  private List<String> shares = List.of();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "A file that does not exist yet, for the key")
  private String to = "";

  @Mixin private WorkspaceOption workspaceOption = new WorkspaceOption();

  public KeysJoinCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Workspace workspace = workspaceOption.toReadIn(environment);
    Path target = environment.path(to);
    if (Files.exists(target)) {
      throw UserError.ofUsage("--to must name a file that does not exist yet, but exists");
    }
    byte[] key = KeyEscrow.join(shares.stream().map(environment::path).toList());
    new MandateCheck(environment)
        .pass(workspace, Optional.empty(), "keys join", "key=" + Sha256.of(key));
    KeyFile.write(target, new String(key, StandardCharsets.ISO_8859_1));
    environment.out().println("The key is restored to " + environment.shown(target));
    return Exit.OK.code();
  }
}
