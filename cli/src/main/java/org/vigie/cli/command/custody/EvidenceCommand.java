package org.vigie.cli.command.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.evidence.CaseContents;
import org.vigie.casework.evidence.EvidenceCollection;
import org.vigie.casework.evidence.ForeignTexts;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.mandate.IdScan;
import org.vigie.cli.command.read.AdvertGrant;
import org.vigie.cli.command.read.Reading;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.evidence.Dossier;
import org.vigie.exchange.evidence.EvidencePackage;
import org.vigie.exchange.evidence.PartnerFiles;
import org.vigie.exchange.evidence.ReportWords;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.exchange.picture.Pictures;
import org.vigie.exchange.timestamp.TrustedStamper;
import org.vigie.files.build.Build;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie evidence}. */
@Command(
    name = "evidence",
    description = "Write adverts with their captures to a signed package that anybody can verify",
    footer = {
      "",
      "A package leaves only with a second person: one asks for its adverts, by --why or on the page",
      "of exports, another one grants them there, and --granted names that export. --to must be its",
      "recipient.",
      "Minor-risk adverts go out as pointers alone, and pages that hold one stay here.",
      "Example:",
      "  ./vigie evidence key",
      "  ./vigie evidence a-0123… --granted 7 --to 'Prosecutor, France' --language fr --out package",
      "  ./vigie evidence verify package"
    })
public final class EvidenceCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description =
          "Adverts, clusters, alerts, or cases that you are a member of. Default: all that the grant"
              + " covers")
  private List<String> ids = List.of();

  @Option(
      names = "--granted",
      paramLabel = "NUMBER",
      description = "The export that covers them, which a second person granted within 24 hours")
  private @Nullable Long granted;

  @Option(
      names = "--to",
      paramLabel = "RECIPIENT",
      description = "Who gets it; as the export that was granted names them")
  private @Nullable String to;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "To ask for a package: what it is for. Its report says so")
  private @Nullable String why;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Of the report: en or fr. Default: en")
  private String language = "en";

  @Option(
      names = "--tlp",
      paramLabel = "COLOUR",
      description = "How far it may be passed on (TLP 2.0). Default: amber+strict")
  private String tlp = Tlp.AMBER_STRICT.label();

  @Option(
      names = "--out",
      paramLabel = "PATH",
      description =
          "A folder that doesn't exist yet; or a file: package.zip, or with --recipient package.p7m")
  private @Nullable String out;

  @Option(
      names = "--keep-until",
      paramLabel = "DATE",
      description = "The day after which the recipient is to delete it, such as 2031-12-31")
  private @Nullable String keepUntil;

  @Option(
      names = "--recipient",
      paramLabel = "CERT",
      description =
          "Certificate (PEM) of a reader; with it, readers so named alone can open the package")
  private List<String> recipients = List.of();

  @Option(
      names = "--pictures",
      description = "Also draw each page by this machine's Chromium, without network and scripts")
  private boolean pictures;

  @Option(
      names = "--without-time-stamps",
      description = "Don't ask the authorities of evidence.time-stamps; the report says so")
  private boolean unstamped;

  @Mixin private PartnerFilesOption partners = new PartnerFilesOption();

  @Mixin private EvidenceKeyOption keyOption = new EvidenceKeyOption();

  @Mixin private Reading reading = new Reading();

  public EvidenceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (granted == null || to == null || out == null) {
      ask();
      return Exit.OK.code();
    }
    Locale reader = ReportWords.language(language);
    Tlp marking = marking();
    LocalDate last = lastDay();
    List<PartnerFormat> formats = partners.formats();
    ExportRequest request = AdvertGrant.require(reading, environment, granted);
    AdvertGrant.requireRecipient(request, to);
    Path place = environment.path(out);
    Recipients readers =
        Recipients.read(
            recipients.stream().map(environment::path).toList(), environment.clock().instant());
    SigningKey key = SigningKey.read(keyOption.file(environment, reading.workspace(environment)));
    try (Reading.Opened opened = reading.open(environment, event(request, readers))) {
      EvidenceCollection.Collected collected =
          new EvidenceCollection(opened.workspace(), opened.index(), environment.clock())
              .collect(wish(opened, request, marking, last), opened.mandate());
      Dossier dossier =
          ForeignTexts.of(opened.workspace(), opened.settings(), reader, environment.clock())
              .addTo(collected.dossier());
      Pictures drawn = pictures ? Pictures.wanted() : Pictures.none();
      EvidencePackage.Summary summary =
          new EvidencePackage(opened.workspace().captures(), key, reader, stampers(opened), drawn)
              .with(new PartnerFiles(formats, about(opened)))
              .write(
                  dossier,
                  place,
                  readers,
                  (content, hash) -> opened.screen().log(IdScan.ofFiles(content), hash));
      tell(summary, key, place);
      tellLeftOut(collected.leftOut());
      tellLater(opened, dossier.handover().cameLater());
      readers
          .fingerprints()
          .forEach(each -> environment.out().println("Encrypted to the certificate " + each));
    }
    return Exit.OK.code();
  }

  private List<TrustedStamper> stampers(Reading.Opened opened) {
    return unstamped
        ? List.of()
        : opened.settings().custody().evidence().trusted(opened.workspace().root());
  }

  private Tlp marking() {
    try {
      return Tlp.parse(tlp);
    } catch (IllegalArgumentException e) {
      throw UserError.ofUsage("--tlp: " + e.getMessage());
    }
  }

  private @Nullable LocalDate lastDay() {
    if (keepUntil == null) {
      return null;
    }
    try {
      return LocalDate.parse(keepUntil);
    } catch (DateTimeParseException e) {
      throw UserError.ofUsage("--keep-until must be a day such as 2031-12-31, but isn't");
    }
  }

  /** Asks for what is named; a reviewer grants it on the page of exports. */
  private void ask() throws IOException {
    if (granted != null || out != null || to == null || to.isBlank() || why == null) {
      throw UserError.ofUsage(
          "a package needs --to. To ask for a package, add --why and name its adverts; to write"
              + " one that was granted, add --granted and --out");
    }
    if (ids.isEmpty()) {
      throw UserError.ofUsage("what is asked for must be named by ids, but there are none");
    }
    String recipient = to.strip();
    String grounds = why.strip();
    EvidenceGrant.requireGrounds(recipient, grounds);
    AuditEvent asked = AuditEvent.of("evidence request", "");
    for (String id : ids) {
      asked = asked.typed("id", id);
    }
    try (Reading.Opened opened =
        reading.open(environment, asked.disclosing(new Disclosure(recipient, grounds)))) {
      new EvidenceGrant(environment).ask(reading, opened, ids, recipient, grounds);
    }
  }

  private AuditEvent event(ExportRequest request, Recipients readers) {
    AuditEvent event =
        AuditEvent.of(
                "evidence",
                "id=%d, asked by %s, granted by %s%s"
                    .formatted(
                        request.id(), request.askedBy(), request.decision().by(), readers.logged()))
            .typed("query", request.query())
            .disclosing(new Disclosure(request.recipient(), request.why()));
    for (String id : ids) {
      event = event.typed("id", id);
    }
    return event;
  }

  private EvidenceCollection.Wish wish(
      Reading.Opened opened, ExportRequest request, Tlp marking, @Nullable LocalDate last) {
    return new EvidenceCollection.Wish(
        request,
        new CaseContents(opened.workspace().database(), environment.clock())
            .opened(ids, opened.settings().custody().disclosure().accountOf(environment.person())),
        environment.logged(),
        marking,
        last,
        "Vigie " + Build.version().orElse("(development)"),
        opened.settings().run().models());
  }

  private String about(Reading.Opened opened) {
    return new CaseContents(opened.workspace().database(), environment.clock())
        .about(ids, opened.settings().custody().disclosure().accountOf(environment.person()));
  }

  private void tell(EvidencePackage.Summary summary, SigningKey key, Path place)
      throws IOException {
    environment
        .out()
        .printf(
            "Package %s written to %s: %s, %s, %s withheld, %s.%n",
            summary.id(),
            environment.shown(place),
            Words.count(summary.adverts(), "advert", "adverts"),
            Words.count(summary.captured(), "captured page", "captured pages"),
            Words.number(summary.withheld()),
            Words.count(summary.pointers(), "pointer", "pointers"));
    environment
        .out()
        .printf(
            "Signed by %s.%nTell the recipient this fingerprint by telephone or on paper.%n",
            key.signer().fingerprint());
  }

  private void tellLater(Reading.Opened opened, List<String> ids) {
    if (!ids.isEmpty()) {
      String said = Words.count(ids.size(), "advert", "adverts") + " that came after the grant";
      opened.screen().show(List.of("Left out: " + said + ": " + String.join(" ", ids)));
    }
  }

  private void tellLeftOut(long leftOut) {
    if (leftOut > 0) {
      environment
          .out()
          .printf(
              "Left out: %s of the cases; none stands on a page that was granted. Name it by its"
                  + " own id to point to it.%n",
              Words.count(leftOut, "minor-risk advert", "minor-risk adverts"));
    }
  }
}
