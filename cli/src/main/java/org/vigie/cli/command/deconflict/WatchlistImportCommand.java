package org.vigie.cli.command.deconflict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Severity;
import org.vigie.casework.config.Settings;
import org.vigie.casework.config.WatchlistFile;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.watchlist.WatchlistImport;
import org.vigie.casework.watchlist.WatchlistText;
import org.vigie.cli.command.read.Reading;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.PartnerList;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.yaml.YamlFile;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie watchlist import}. */
@Command(
    name = "import",
    description = "Add the contacts of a partner's list to watchlist.yaml",
    footer = {
      "",
      "Reads a STIX 2.1 bundle, a MISP event, FollowTheMoney entities, or CSV with a column contact",
      "(and note, marking, expires). Contacts that are watched already stay as they are; those",
      "that the list marks stricter are named. When a run next reads adverts, it judges all contacts",
      "anew, those known before as well.",
      "Example:",
      "  ./vigie watchlist import list.json --source 'Agency, Exampleland' --expires 2027-06-30"
    })
public final class WatchlistImportCommand implements Callable<Integer> {
  private static final int MOST_SHOWN = 20;

  private final Environment environment;

  @Parameters(paramLabel = "FILE", description = "The partner's list")
  private String list = "";

  @Option(names = "--source", required = true, paramLabel = "NAME", description = "Who gave it")
  private String source = "";

  @Option(
      names = "--expires",
      paramLabel = "DAY",
      description = "Last day (UTC) of adverts that count, unless the list says an earlier one")
  private @Nullable String expires;

  @Option(
      names = "--tlp",
      paramLabel = "COLOUR",
      description = "How far what the list doesn't mark may be passed on (TLP 2.0)")
  private @Nullable String tlp;

  @Option(
      names = "--severity",
      paramLabel = "WORD",
      description = "Severity of its alerts: notice, warning or urgent. Default: warning")
  private Severity severity = Severity.WARNING;

  @Mixin private Reading reading = new Reading();

  public WatchlistImportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    WatchlistImport.Terms terms = terms();
    Path file = environment.path(list);
    PartnerList read = PartnerList.read(file);
    Workspace workspace = reading.workspace(environment);
    AuditEvent event =
        AuditEvent.of("watchlist import", read.format() + " " + Sha256.of(file))
            .typed("source", source);
    if (Reading.hasIndex(workspace)) {
      try (Reading.Opened opened = reading.open(environment, event)) {
        WatchlistImport found = take(workspace, read, terms);
        opened.screen().show(knownHere(opened.index(), found.added()));
      }
    } else {
      reading.pass(environment, event);
      take(workspace, read, terms);
    }
    return Exit.OK.code();
  }

  private WatchlistImport take(Workspace workspace, PartnerList read, WatchlistImport.Terms terms)
      throws IOException {
    Settings settings = Settings.of(workspace, environment);
    ApprovedContactKeys keys = new ApprovedContactKeys(workspace, settings);
    WatchlistFile format = new WatchlistFile(settings.run().grouping().nearDuplicates(), keys);
    Watchlist before = format.read(workspace.watchlist());
    WatchlistImport found = WatchlistImport.of(read, terms, before.contacts(), keys);
    if (!found.added().isEmpty()) {
      write(workspace.watchlist(), format, before, found.added());
    }
    tell(read, found);
    return found;
  }

  /** Writes the list anew, unless it would then say anything else than both together. */
  private static void write(
      Path file, WatchlistFile format, Watchlist before, List<WatchedContact> added)
      throws IOException {
    String shown = String.valueOf(file.getFileName());
    String text = WatchlistText.with(Files.exists(file) ? Files.readString(file) : "", added);
    List<WatchedContact> both = new ArrayList<>(before.contacts());
    both.addAll(added);
    Watchlist after = format.read(YamlFile.parse(text, shown));
    if (!after.equals(new Watchlist(both, before.templates()))) {
      throw UserError.ofInput(
          shown + " must be a list to which entries can be added, but isn't; it stays as it was");
    }
    Path unfinished = OwnerOnly.file(file.resolveSibling(shown + ".part"));
    try {
      Files.writeString(unfinished, text);
      YamlFile.read(unfinished, shown);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void tell(PartnerList read, WatchlistImport found) {
    environment
        .out()
        .printf(
            "Read as %s: %s added to watchlist.yaml, %s watched before, %s expired.%n",
            read.format(),
            Words.count(found.added().size(), "contact", "contacts"),
            Words.number(found.already()),
            Words.number(found.expired()));
    for (Map.Entry<String, Integer> kind : found.unknown().entrySet()) {
      environment
          .out()
          .printf(
              "Not taken, since it can't be watched: %s of %s%n",
              Words.number(kind.getValue()), SafeText.line(kind.getKey()));
    }
    tellStricter(found.stricter());
  }

  /** Says which contacts a person must mark anew: a partner's word isn't put into their entries. */
  private void tellStricter(Map<String, Tlp> stricter) {
    if (stricter.isEmpty()) {
      return;
    }
    environment
        .out()
        .printf(
            "Marked stricter than in watchlist.yaml, to be changed there by hand: %s%n",
            Words.count(stricter.size(), "contact", "contacts"));
    stricter.forEach((key, marking) ->
        environment
            .out()
            .printf(
                "  %s: TLP:%s%n", SafeText.line(key), marking.label().toUpperCase(Locale.ROOT)));
  }

  /** Says which of the contacts stand in adverts already, with how many. */
  private static List<String> knownHere(AdvertIndex index, List<WatchedContact> added)
      throws IOException {
    List<String> lines = new ArrayList<>();
    int known = 0;
    for (WatchedContact contact : added) {
      ContactProfile profile = index.findContact(contact.key()).orElse(null);
      if (profile != null && ++known <= MOST_SHOWN) {
        lines.add(
            "  %s: %s"
                .formatted(
                    SafeText.line(contact.key()),
                    Words.count(profile.adverts(), "advert", "adverts")));
      }
    }
    lines.addFirst("In adverts here already: " + Words.number(known));
    if (known > MOST_SHOWN) {
      lines.add("  …");
    }
    return lines;
  }

  private WatchlistImport.Terms terms() {
    if (source.isBlank()) {
      throw UserError.ofUsage("--source must say who gave the list, but is empty");
    }
    LocalDate today = LocalDate.ofInstant(environment.clock().instant(), ZoneOffset.UTC);
    return new WatchlistImport.Terms(source.strip(), marking(), day(), severity, today);
  }

  private @Nullable Tlp marking() {
    try {
      return tlp == null ? null : Tlp.parse(tlp);
    } catch (IllegalArgumentException e) {
      throw UserError.ofUsage("--tlp: " + e.getMessage());
    }
  }

  private @Nullable LocalDate day() {
    try {
      return expires == null ? null : LocalDate.parse(expires);
    } catch (DateTimeException e) {
      throw UserError.ofUsage("--expires must be a day such as 2027-06-30, but is another text");
    }
  }
}
