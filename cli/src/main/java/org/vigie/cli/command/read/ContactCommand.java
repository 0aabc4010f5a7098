package org.vigie.cli.command.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.render.ContactReport;
import org.vigie.casework.render.Style;
import org.vigie.classifier.entity.ContactFinder;
import org.vigie.cli.render.ContactLines;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.together.ReadTogether;
import org.vigie.pipeline.together.SharedSign;
import org.vigie.text.safe.SafeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie contact}. */
@Command(name = "contact", description = "Print what is known of a phone, handle, e-mail, wallet")
public final class ContactCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      paramLabel = "CONTACT",
      description =
          "As adverts write it, also without country code; or handle:telegram:example_name")
  private String typed = "";

  @Option(names = "--json", description = "Print it as one JSON object")
  private boolean json;

  @Option(
      names = "--together",
      description = "Read its newest adverts together, beside others of their channel")
  private boolean together;

  @Mixin private Reading reading = new Reading();

  public ContactCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    try (Reading.Opened opened =
        reading.open(environment, AuditEvent.of("contact", "").typed("key", typed))) {
      ContactReport report = find(opened);
      if (json) {
        opened.screen().show(List.of(SafeJson.of(report)));
      } else {
        opened
            .screen()
            .show(
                new ContactLines(new Style(environment.colours()))
                    .lines(report, together ? findings(opened, report) : List.of()));
      }
    }
    return Exit.OK.code();
  }

  private static List<SharedSign> findings(Reading.Opened opened, ContactReport report)
      throws IOException {
    Path models = opened.settings().run().models();
    opened.approved().require(models);
    return ReadTogether.load(models).of(opened.index(), report.contact());
  }

  private ContactReport find(Reading.Opened opened) throws IOException {
    Path models = opened.settings().run().models();
    opened.approved().require(models);
    return new TypedContact(opened.index(), ContactFinder.load(models)).find(typed);
  }
}
