package org.vigie.cli.command.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.advert.Contact;
import org.vigie.casework.Restrictable;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.cli.command.read.Reading;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vigie restrict}. */
@Command(
    name = "restrict",
    description = "Keep an advert, cluster or contact without showing it, or show it again",
    footer = {
      "",
      "Without WHAT it lists what is restricted. Restricted items stay stored, but no search, page,",
      "export, alert or program shows them, nor adverts of a restricted cluster or contact.",
      "Examples:",
      "  ./vigie restrict '+33 6 39 98 00 01' --ground accuracy --why 'contested, file 7/26'",
      "  ./vigie restrict '+33 6 39 98 00 01' --lift --told --why 'settled in court'"
    })
public final class RestrictCommand implements Callable<Integer> {
  private static final int SHORTEST_WHY = 3;

  private final Environment environment;

  @Parameters(
      paramLabel = "WHAT",
      arity = "0..1",
      description = "Id of an advert or cluster, or a contact as adverts write it")
  private String what = "";

  @Option(
      names = "--ground",
      paramLabel = "GROUND",
      description = "accuracy (it is contested and can't be told) or evidence (it must be kept)")
  private Restriction.Ground ground = Restriction.Ground.EVIDENCE;

  @Option(names = "--lift", description = "Show it again")
  private boolean lift;

  @Option(
      names = "--told",
      description = "With --lift: whoever contests its accuracy was told that the restriction ends")
  private boolean told;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "The grounds, for the audit log and the list; name nobody")
  private String why = "";

  @Mixin private Reading reading = new Reading();

  public RestrictCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Exception {
    if (told && !lift) {
      throw UserError.ofUsage("--told must go with --lift, but there is none");
    }
    if (!what.isBlank() && why.strip().length() < SHORTEST_WHY) {
      throw UserError.ofUsage("--why must say why, but says nothing");
    }
    String act =
        what.isBlank() ? "list" : (lift ? "lift " : ground.label() + " ") + what + ", why: " + why;
    try (Reading.Opened opened = reading.open(environment, "restrict", act);
        CaseDatabase database =
            CaseDatabase.open(opened.workspace().database(), Restrictions.SCHEMA)) {
      Restrictions restrictions = new Restrictions(database, environment.clock());
      if (what.isBlank()) {
        list(opened, restrictions.inForce());
      } else if (lift) {
        lift(opened, restrictions);
      } else {
        add(opened, restrictions);
      }
    }
    return Exit.OK.code();
  }

  private void list(Reading.Opened opened, List<Restriction> inForce) throws IOException {
    if (inForce.isEmpty()) {
      environment.err().println("Nothing is restricted.");
    }
    List<String> lines = new ArrayList<>();
    for (Restriction restriction : inForce) {
      lines.add(line(restriction));
      if (restriction.subject().kind() == Subject.Kind.ADVERT) {
        lines.addAll(AdvertTimeLines.of(opened.index(), restriction.subject().id()));
      }
    }
    opened.screen().showHashed(lines);
  }

  private void add(Reading.Opened opened, Restrictions restrictions) throws IOException {
    for (Subject asked : meant(opened)) {
      Optional<Subject> subject = Restrictable.find(opened.index(), asked);
      if (subject.isPresent()) {
        log(opened, "%s on the ground of %s".formatted(subject.get().key(), ground.label()));
        restrictions.add(environment.logged(), subject.get(), ground, why.strip());
        return;
      }
    }
    throw UserError.ofInput(
        "what is restricted must be an advert, cluster or contact that is shown, but '%s' is none"
            .formatted(SafeText.line(what)));
  }

  private void lift(Reading.Opened opened, Restrictions restrictions) throws IOException {
    List<Subject> meant = meant(opened);
    Restriction found =
        restrictions.inForce().stream()
            .filter(restriction -> meant.contains(restriction.subject()))
            .findFirst()
            .orElseThrow(() ->
                UserError.ofInput(
                    "what is lifted must be restricted, but '%s' isn't"
                        .formatted(SafeText.line(what))));
    if (found.ground() == Restriction.Ground.ACCURACY && !told) {
      throw UserError.ofUsage(
          "whoever contests it must be told before the restriction is lifted, but --told doesn't say so");
    }
    log(
        opened,
        "%s no longer, which %s restricted on the ground of %s at %s%s"
            .formatted(
                found.subject().key(),
                found.account(),
                found.ground().label(),
                found.at(),
                told ? ", the person was told" : ""));
    restrictions.lift(environment.logged(), found, why.strip());
  }

  /** Writes down what is about to be done, by whom, why and under which mandate. */
  private void log(Reading.Opened opened, String act) {
    new MandateCheck(environment)
        .auditLog(opened.workspace())
        .append(
            environment.clock().instant(),
            environment.logged(),
            "restrict",
            act + ", why: " + why.strip(),
            opened.mandate());
  }

  /** Returns what the words may stand for. */
  private List<Subject> meant(Reading.Opened opened) throws IOException {
    String word = what.strip();
    if (word.startsWith("a-")) {
      return List.of(new Subject(Subject.Kind.ADVERT, word));
    }
    if (word.startsWith("c-")) {
      return List.of(new Subject(Subject.Kind.CLUSTER, word));
    }
    Path models = opened.settings().run().models();
    opened.approved().require(models);
    List<String> keys = new ArrayList<>(List.of(word));
    AdvertAssessor.load(models).contactsIn(word, "").stream().map(Contact::key).forEach(keys::add);
    return keys.stream().map(key -> new Subject(Subject.Kind.CONTACT, key)).toList();
  }

  private static String line(Restriction restriction) {
    return "%s  %s  %s  by %s: %s"
        .formatted(
            Words.minute(restriction.at()),
            SafeText.line(restriction.subject().key()),
            restriction.ground().label(),
            SafeText.line(restriction.account()),
            SafeText.line(restriction.why()));
  }
}
