package org.vigie.cli.command.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.evidence.NamedAdverts;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.cli.command.read.Reading;
import org.vigie.exchange.evidence.EvidenceItem;
import org.vigie.exchange.preserve.PreservationDraft;
import org.vigie.exchange.preserve.PreservationForm;
import org.vigie.exchange.preserve.PreservationForms;
import org.vigie.exchange.preserve.PreservationWish;
import org.vigie.exchange.preserve.Reminder;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie preserve}. */
@Command(
    name = "preserve",
    description = "Draft orders and requests that a provider keeps what an alert rests on",
    footer = {
      "",
      "Writes a draft for each form: what is known is filled in, what only a person can say is",
      "named as missing. Nothing is sent. No text of adverts goes in: accounts, addresses, times",
      "and hashes alone. Forms are files: one in preservation/ of the workspace replaces ours.",
      "Example:",
      "  ./vigie preserve w-0123… --to 'Example Hosting, Exampleland' --out drafts",
      "  ./vigie preserve w-0123… --to 'Example Hosting, Exampleland' --form epoc-pr \\",
      "      --fill issuing-state=France --language fr --out drafts"
    })
public final class PreserveCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Alerts, clusters or adverts")
  private List<String> ids = List.of();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "RECIPIENT",
      description = "Provider and State")
  private String to = "";

  @Option(names = "--form", paramLabel = "NAME", description = "One form. Default: all there are")
  private @Nullable String form;

  @Option(
      names = "--fill",
      paramLabel = "KEY=TEXT",
      description = "What a person says in a part; may be given several times")
  private Map<String, String> fill = new LinkedHashMap<>();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Of the drafts: en, fr, or one that the form's file has. Default: en")
  private String language = "en";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "A folder that doesn't exist yet")
  private String out = "";

  @Mixin private Reading reading = new Reading();

  public PreserveCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = environment.path(out);
    if (Files.exists(folder)) {
      throw UserError.ofUsage("--out must be a folder that doesn't exist yet, but it is there");
    }
    Path ofOperator = reading.workspace(environment).root().resolve(PreservationForms.FOLDER);
    List<PreservationForm> forms = chosen(PreservationForms.read(ofOperator));
    requireKnownKeys(forms);
    try (Reading.Opened opened = reading.open(environment, event())) {
      List<EvidenceItem> items = new NamedAdverts(opened.index()).find(ids);
      PreservationWish wish =
          new PreservationWish(
              opened.mandate(),
              to,
              items,
              fill,
              environment.clock().instant().truncatedTo(ChronoUnit.SECONDS));
      Map<String, String> files = new LinkedHashMap<>();
      List<String> told = new ArrayList<>();
      for (PreservationForm each : forms) {
        add(new PreservationDraft(each, wish, language), files, told);
      }
      String drafts = String.join("\n", files.values());
      opened
          .screen()
          .log(
              ShownIds.of(items.stream().map(EvidenceItem::id).toList()).and(ShownIds.in(drafts)),
              Sha256.of(drafts));
      write(folder, files);
      told.forEach(environment.out()::println);
      environment
          .out()
          .println("Drafts, not orders: somebody checks, completes, validates and sends them.");
    }
    return Exit.OK.code();
  }

  private static void add(PreservationDraft draft, Map<String, String> files, List<String> told) {
    String name = draft.form().name();
    files.put(name + ".md", draft.text());
    if (draft.form().days() > 0) {
      files.put(name + ".ics", Reminder.of(draft));
    }
    List<String> missing = draft.missing();
    told.add(
        "%s.md: %d of %d parts filled%s"
            .formatted(
                name,
                draft.form().parts().size() - draft.empty(),
                draft.form().parts().size(),
                missing.isEmpty() ? "" : "; missing: " + String.join(", ", missing)));
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    OwnerOnly.folder(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(OwnerOnly.file(folder.resolve(file.getKey())), file.getValue());
    }
  }

  private List<PreservationForm> chosen(Map<String, PreservationForm> forms) {
    if (form == null) {
      return List.copyOf(forms.values());
    }
    PreservationForm one = forms.get(form);
    if (one == null) {
      throw UserError.ofUsage(
          "--form must be one of %s, but is another one"
              .formatted(String.join(", ", forms.keySet())));
    }
    return List.of(one);
  }

  private void requireKnownKeys(List<PreservationForm> forms) {
    List<String> known =
        forms.stream()
            .flatMap(each -> each.parts().stream().map(PreservationForm.Part::key))
            .distinct()
            .sorted()
            .toList();
    if (!known.containsAll(fill.keySet())) {
      throw UserError.ofUsage(
          "--fill must name a part, one of %s, but names another one"
              .formatted(String.join(", ", known)));
    }
  }

  private AuditEvent event() {
    AuditEvent event = AuditEvent.of("preserve", form == null ? "all forms" : form).typed("to", to);
    for (String id : ids) {
      event = event.typed("id", id);
    }
    return event;
  }
}
