package org.vigie.lab.command;

import org.vigie.casework.environment.Environment;
import org.vigie.cli.command.CommandPack;
import org.vigie.lab.verify.Checks;
import org.vigie.lab.verify.custody.CustodyChecks;
import org.vigie.lab.verify.exchange.ExchangeChecks;
import org.vigie.lab.verify.stream.StreamChecks;
import picocli.CommandLine;

/**
 * The commands of a checkout, which verify promises and measure: {@code verify} and {@code bench}.
 */
public final class LabCommands implements CommandPack {
  @Override
  public void addTo(CommandLine vigie, Environment environment) {
    vigie
        .addSubcommand(
            new CommandLine(new VerifyCommand())
                .addSubcommand(new VerifyCrawlerCommand(environment, Checks.all()))
                .addSubcommand(new VerifySurfacesCommand(environment))
                .addSubcommand(new VerifyPicturesCommand(environment))
                .addSubcommand(new VerifySignsCommand(environment))
                .addSubcommand(new VerifyCampaignsCommand(environment))
                .addSubcommand(new VerifyHouseCommand(environment))
                .addSubcommand(new VerifyCustodyCommand(environment, CustodyChecks.all()))
                .addSubcommand(
                    new VerifyExchangeCommand(
                        environment,
                        ExchangeChecks.all(environment.home(), environment.sharedData())))
                .addSubcommand(
                    new VerifyPipelineCommand(
                        environment, StreamChecks.all(environment.home().resolve("models")))))
        .addSubcommand(
            new CommandLine(new BenchCommand())
                .addSubcommand(new BenchConsoleCommand(environment))
                .addSubcommand(new BenchDeconflictCommand(environment)));
  }
}
