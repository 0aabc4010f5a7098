package org.vigie.cli.command.keys;

import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.files.failure.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code vigie keys}. */
@Command(
    name = "keys",
    description = "Change a workspace's keys, and give them into the hands of several people",
    footer = {
      "",
      "Rotation and splitting need a second admin's yes, on the page of accounts; each goes into the",
      "audit log. A rotation that was killed goes on when it is typed again."
    })
public final class KeysCommand implements Callable<Integer> {
  /** Returns the command with what it can do. */
  public static CommandLine commandLine(Environment environment) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysMakeOwnerCommand(environment))
        .addSubcommand(new KeysRegisterOwnerCommand(environment))
        .addSubcommand(new KeysSignOwnerCommand(environment))
        .addSubcommand(new KeysReplaceAuditCommand(environment))
        .addSubcommand(new KeysRotateAuditCommand(environment))
        .addSubcommand(new KeysRotateBackupCommand(environment))
        .addSubcommand(new KeysRotateEvidenceCommand(environment))
        .addSubcommand(new KeysRotateSealCommand(environment))
        .addSubcommand(new KeysSplitCommand(environment))
        .addSubcommand(new KeysOpenShareCommand(environment))
        .addSubcommand(new KeysJoinCommand(environment));
  }

  @Override
  public Integer call() {
    throw UserError.ofUsage(
        "keys needs to know what to do, but nothing is named; type ./vigie keys --help");
  }
}
