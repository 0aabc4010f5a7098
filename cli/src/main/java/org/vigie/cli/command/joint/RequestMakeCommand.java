package org.vigie.cli.command.joint;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.Restrictions;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.deconflict.ContactsOfCases;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.joint.JointCase;
import org.vigie.casework.joint.LetterGrant;
import org.vigie.casework.joint.LetterService;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.cli.command.option.Require;
import org.vigie.cli.command.read.Reading;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.marking.Tlp;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie request make}. */
@Command(
    name = "make",
    description = "Write a question about a case to a partner, once a second person granted it",
    footer = {
      "",
      "It names the contacts that the case holds. Without --granted it asks for the grant, which a",
      "reviewer gives on the page of exports. The file can be sent as it is: the partner alone can",
      "open it. --recipient is needed once for each partner.",
      "Example:",
      "  ./vigie request make k-7 --to 'Agency, Exampleland' --recipient partner.pem \\",
      "      --question 'What do you hold about these contacts?'"
    })
public final class RequestMakeCommand implements Callable<Integer> {
  private static final String FORMAT = "question";

  private final Environment environment;

  @Parameters(paramLabel = "CASE", description = "A case whose member you are, such as k-7")
  private String caseId = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PARTNER",
      description = "Whom to ask, as deconflict.yaml names them")
  private String to = "";

  @Option(
      names = "--question",
      required = true,
      paramLabel = "TEXT",
      description = "What you want to know, in a sentence or two")
  private String question = "";

  @Option(
      names = "--recipient",
      paramLabel = "CERT",
      description = "The partner's certificate (PEM). Default: the one that was last used")
  private @Nullable String recipient;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Days for which they may keep and answer it. Default: ${DEFAULT-VALUE}")
  private int days = 30;

  @Option(
      names = "--tlp",
      paramLabel = "COLOUR",
      description = "How far it may be passed on (TLP 2.0). Default: amber+strict")
  private String tlp = Tlp.AMBER_STRICT.label();

  @Option(
      names = "--granted",
      paramLabel = "NUMBER",
      description = "The export that stands for it, which a second person granted within 24 hours")
  private @Nullable Long granted;

  @Option(names = "--out", paramLabel = "FILE", description = LetterOptions.OUT)
  private @Nullable String out;

  @Mixin private LetterOptions options = new LetterOptions();

  public RequestMakeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    Require.between("--days", days, 1, 365);
    if ((granted == null) != (out == null)) {
      throw UserError.ofUsage("--granted and --out must stand together, but one stands alone");
    }
    LetterOptions.text("--question", question);
    LetterOptions.marking(tlp);
    DeconflictFile.Partner partner =
        options
            .partners(environment)
            .named(to)
            .orElseThrow(() ->
                UserError.ofUsage(
                    "--to must be a partner that deconflict.yaml names, but isn't; type"
                        + " ./vigie deconflict --help"));
    AuditEvent event =
        AuditEvent.named("request make", caseId)
            .typed("question", question)
            .disclosing(new Disclosure(partner.name(), ""));
    try (Reading.Opened opened = options.reading().open(environment, event)) {
      List<String> contacts = contacts(opened);
      LetterGrant grants = new LetterGrant(opened.workspace(), environment, FORMAT);
      String words = words(partner, contacts);
      if (granted == null || out == null) {
        ask(grants, words, partner, contacts.size());
      } else {
        ExportRequest grant = grants.require(words, granted, "this question");
        send(opened, partner, contacts, grant, out);
      }
    }
    return Exit.OK.code();
  }

  private List<String> contacts(Reading.Opened opened) throws IOException {
    Set<String> keys =
        new ContactsOfCases(opened.index())
            .of(new JointCase(opened.workspace(), environment).subjects(caseId));
    // A case keeps the key of a contact, which the index can't hide.
    keys.removeAll(
        Restrictions.hidden(Restrictions.inForceIn(opened.workspace().database())).contacts());
    if (keys.size() > Letter.MOST_CONTACTS) {
      throw UserError.ofInput(
          "a question may name %d contacts, but the case holds %d"
              .formatted(Letter.MOST_CONTACTS, keys.size()));
    }
    return List.copyOf(keys);
  }

  /** What finds no advert, and names this question to this partner about these contacts. */
  private String words(DeconflictFile.Partner partner, List<String> contacts) {
    String all =
        String.join(
            "\n",
            caseId,
            partner.fingerprint(),
            question,
            tlp,
            String.valueOf(days),
            "" + contacts);
    return "\"question " + Sha256.hex(all) + "\"";
  }

  private void ask(LetterGrant grants, String words, DeconflictFile.Partner partner, int contacts) {
    String why =
        "asks about case %s and names %s, TLP:%s, for %s: %s"
            .formatted(
                caseId,
                Words.count(contacts, "contact", "contacts"),
                tlp,
                Words.count(days, "day", "days"),
                SafeText.line(question));
    long number = grants.ask(words, partner.name(), why);
    environment
        .out()
        .printf(
            "A reviewer has to grant export %d on the page of exports. Then type the same again"
                + " with%n  --granted %d --out FILE%n",
            number, number);
  }

  private void send(
      Reading.Opened opened,
      DeconflictFile.Partner partner,
      List<String> contacts,
      ExportRequest grant,
      String target)
      throws IOException {
    var file = LetterOptions.absent(environment, target);
    SigningKey key = options.key(environment);
    Mandate mandate = opened.mandate();
    Instant now = environment.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    String id = LetterOptions.freshId();
    Letter letter =
        new Letter(
            new Letter.Heading(Letter.Kind.QUESTION, id, id),
            partner.fingerprint(),
            mandate,
            LetterOptions.text("--question", question),
            contacts,
            LetterOptions.marking(tlp),
            now,
            LocalDate.ofInstant(now.plus(Duration.ofDays(days)), ZoneOffset.UTC));
    String grounds =
        "export %d, asked by %s, granted by %s: %s"
            .formatted(grant.id(), grant.askedBy(), grant.decision().by(), grant.why());
    new LetterService(opened.workspace(), environment, mandate)
        .send(
            new LetterService.Outgoing(
                letter,
                caseId,
                partner,
                recipient == null ? null : environment.path(recipient),
                null,
                grounds),
            key,
            file);
    environment
        .out()
        .printf(
            "Question %s about %s written to %s, for %s alone.%nSigned by %s.%n",
            id,
            Words.count(contacts.size(), "contact", "contacts"),
            environment.shown(file),
            partner.name(),
            key.signer().fingerprint());
  }
}
