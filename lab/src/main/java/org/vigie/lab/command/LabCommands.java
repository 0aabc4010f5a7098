package org.vigie.lab.command;

import org.vigie.casework.surroundings.Surroundings;
import org.vigie.cli.command.CommandPack;
import org.vigie.lab.verify.Checks;
import org.vigie.lab.verify.custody.CustodyChecks;
import org.vigie.lab.verify.stream.StreamChecks;
import picocli.CommandLine;

/**
 * The commands of a checkout, which verify promises and measure: {@code verify} and {@code bench}.
 */
public final class LabCommands implements CommandPack {
  @Override
  public void addTo(CommandLine vigie, Surroundings surroundings) {
    vigie
        .addSubcommand(
            new CommandLine(new VerifyCommand())
                .addSubcommand(new VerifyCrawlerCommand(surroundings, Checks.all()))
                .addSubcommand(new VerifySurfacesCommand(surroundings))
                .addSubcommand(new VerifySignsCommand(surroundings))
                .addSubcommand(new VerifyHouseCommand(surroundings))
                .addSubcommand(new VerifyCustodyCommand(surroundings, CustodyChecks.all()))
                .addSubcommand(
                    new VerifyPipelineCommand(
                        surroundings, StreamChecks.all(surroundings.home().resolve("models")))))
        .addSubcommand(
            new CommandLine(new BenchCommand())
                .addSubcommand(new BenchConsoleCommand(surroundings))
                .addSubcommand(new BenchDeconflictCommand(surroundings)));
  }
}
