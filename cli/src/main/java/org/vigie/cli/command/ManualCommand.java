package org.vigie.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.cli.install.CommandReference;
import org.vigie.cli.install.ManualPage;
import org.vigie.files.failure.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigie manual}, with which an installation is made. */
@Command(
    name = "manual",
    description = "Write the pages of the manual, one a command, into a folder",
    footer = {"", "An installation has them below share/man: man vigie-search"})
final class ManualCommand implements Callable<Integer> {
  private final Environment environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The folder, such as share/man/man1")
  private String folder = "";

  @Option(
      names = "--markdown",
      description = "Write one page of Markdown, commands.md, in place of those")
  private boolean markdown;

  ManualCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path pages = Files.createDirectories(environment.path(folder));
    if (markdown) {
      Files.writeString(
          pages.resolve("commands.md"), CommandReference.of(spec.root().commandLine()));
      environment.out().println("1 page written.");
      return Exit.OK.code();
    }
    String version = RootCommand.class.getPackage().getImplementationVersion();
    List<ManualPage> all = ManualPage.of(spec.root().commandLine(), version == null ? "" : version);
    for (ManualPage page : all) {
      Files.writeString(pages.resolve(page.name() + ".1"), page.text());
    }
    environment.out().printf("%d pages written.%n", all.size());
    return Exit.OK.code();
  }
}
