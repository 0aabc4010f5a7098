package org.vigie.cli.command.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.advert.Contact;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.render.ContactReport;
import org.vigie.casework.render.Style;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.cli.render.ContactLines;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.together.ReadTogether;
import org.vigie.pipeline.together.SharedSign;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.SafeText;
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
      description = "As adverts write it, or as handle:telegram:example_name")
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
      ContactReport report =
          find(opened)
              .orElseThrow(() ->
                  UserError.ofInput(
                      "a contact must be in an advert, but none has '%s'"
                          .formatted(SafeText.line(typed))));
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

  private Optional<ContactReport> find(Reading.Opened opened) throws IOException {
    Optional<ContactReport> byKey = ContactReport.find(opened.index(), typed.strip());
    if (byKey.isPresent()) {
      return byKey;
    }
    Path models = opened.settings().run().models();
    opened.approved().require(models);
    for (Contact contact : AdvertAssessor.load(models).contactsIn(typed, "")) {
      Optional<ContactReport> written = ContactReport.find(opened.index(), contact.key());
      if (written.isPresent()) {
        return written;
      }
    }
    return Optional.empty();
  }
}
