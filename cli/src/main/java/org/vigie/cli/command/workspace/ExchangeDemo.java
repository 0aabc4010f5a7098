package org.vigie.cli.command.workspace;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.advert.Alert;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Environment;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.Words;
import org.vigie.world.FakeMisp;
import org.vigie.world.ServedPage;
import org.vigie.world.Truth;
import org.vigie.world.World;
import org.vigie.world.WorldSpec;

/**
 * Two agencies that each saw half of an invented campaign, and what they do about it together: ten
 * steps, each by the commands that a person would type.
 */
final class ExchangeDemo {
  /** Pages of no campaign that each agency saw as well. */
  private static final int ORDINARY = 6;

  private static final String MISP_KEY = "an-invented-key";

  private final Environment environment;
  private final Path root;
  private final DemoAgency north;
  private final DemoAgency south;
  private final LocalDate today;
  private int step;

  ExchangeDemo(Environment environment, DemoAgency.Typing typing, Path root) throws IOException {
    this.environment = environment;
    this.root = root;
    this.today = LocalDate.ofInstant(environment.clock().instant(), ZoneOffset.UTC);
    north =
        new DemoAgency(
            "North", "North desk, +44 7700 900001", root.resolve("north"), environment, typing);
    south =
        new DemoAgency(
            "South", "South desk, +44 7700 900002", root.resolve("south"), environment, typing);
  }

  void run(long seed) throws IOException {
    String adverts = read(seed);
    north.knows(south);
    south.knows(north);
    tell("North and South each read pages of their own: " + adverts + ". One campaign is in both.");
    String joint = north.open("Campaign", campaign(north));
    south.open("Campaign", campaign(south));
    deconflict(joint);
    String question = ask(joint);
    String answer = answer(question);
    verify(answer);
    preserve();
    push();
    long letters = north.type("request", "show").lines().count();
    north.type("audit", "verify");
    south.type("audit", "verify");
    tell(
        "Case %s shows %d letters with owner, marking and last day; both audit logs verify. See %s."
            .formatted(joint, letters, environment.shown(root)));
  }

  private void tell(String line) {
    environment.out().printf("%2d. %s%n", ++step, line);
  }

  /** Lets each agency read its half of the pages; returns how many adverts each has. */
  private String read(long seed) throws IOException {
    World world = World.generate(new WorldSpec(seed, WorldSpec.MIN_ADVERTS));
    Truth truth = world.truth();
    Stream<String> campaign =
        truth.campaigns().stream().filter(Truth.Campaign::alerts).findFirst().stream()
            .flatMap(one -> withoutNews(one.urls()));
    Stream<String> ordinary = withoutNews(truth.ordinary()).limit(2 * ORDINARY);
    List<String> pages = Stream.concat(campaign, ordinary).toList();
    DemoAgency[] agencies = {north, south};
    for (int i = 0; i < pages.size(); i++) {
      save(world, URI.create(pages.get(i)), agencies[i % 2].file("pages/%d.html".formatted(i)));
    }
    return take(north) + " and " + take(south);
  }

  /** A newsletter's pages aren't adverts: they are read from its feed. */
  private static Stream<String> withoutNews(List<String> urls) {
    return urls.stream().filter(url -> !url.contains("//news."));
  }

  private static void save(World world, URI url, Path file) throws IOException {
    ServedPage page =
        world
            .findPage(url.getHost(), url.getRawPath(), "http://" + url.getHost())
            .orElseThrow(() -> new IllegalStateException("a planted advert must have a page"));
    Files.createDirectories(file.getParent());
    Files.writeString(file, page.body());
  }

  private String take(DemoAgency agency) throws IOException {
    agency.type(
        "init",
        "--authority",
        "Agency " + agency.name(),
        "--legal-basis",
        "none: everything in it is invented",
        "--purpose",
        "show how two agencies work together",
        "--case",
        "demo",
        "--approved-by",
        "nobody: a demo",
        "--valid-until",
        today.plusDays(2).toString());
    agency.makeKeys();
    String captures = agency.find("--input (\\S+)", "import", "html", "pages");
    agency.type("run", "--input", captures, "--quiet");
    try (AdvertIndex index = AdvertIndex.open(agency.workspace().index())) {
      return Words.count(index.counts().adverts(), "advert", "adverts");
    }
  }

  /** Returns what the most severe alert of an agency is about. */
  private static Subject campaign(DemoAgency agency) throws IOException {
    return new Subject(Subject.Kind.ALERT, topAlert(agency).id());
  }

  private static Alert topAlert(DemoAgency agency) throws IOException {
    try (AdvertIndex index = AdvertIndex.open(agency.workspace().index())) {
      return index.alerts(1).stream()
          .findFirst()
          .orElseThrow(() ->
              new IllegalStateException(
                  agency.name() + "'s half of the campaign must raise an alert, but raised none"));
    }
  }

  private void deconflict(String joint) throws IOException {
    String asked =
        north.find(
            "about ([0-9]+ contacts?)",
            "deconflict",
            "ask",
            "--contacts",
            joint,
            "--to",
            "South",
            "--out",
            "blind");
    String blind = north.file("blind").toString();
    String grant = south.grant(south.find("grant export ([0-9]+)", "deconflict", "answer", blind));
    south.type("deconflict", "answer", blind, "--granted", grant, "--out", "blind-answer");
    String[] finish = {"deconflict", "finish", south.file("blind-answer").toString()};
    String printed = north.type(finish);
    tell(
        "North asks blindly about %s; %s Whom to call: %s."
            .formatted(
                asked,
                printed.lines().reduce("", (first, last) -> last),
                printed.lines().findFirst().orElse("").replaceFirst("^.*\t", "")));
  }

  private String ask(String joint) throws IOException {
    String[] words = {
      "request",
      "make",
      joint,
      "--to",
      "South",
      "--question",
      "What do you hold about these?",
      "--recipient",
      south.workspace().root().resolve("exchange/reader.pem").toString()
    };
    String grant = north.grant(north.find("grant export ([0-9]+)", words));
    String question =
        north.find(
            "Question ([0-9a-f]{32})", with(words, "--granted", grant, "--out", "question.p7m"));
    tell(
        "North's question is granted and goes with its mandate, signed and encrypted: %,d bytes."
            .formatted(Files.size(north.file("question.p7m"))));
    return question;
  }

  private String answer(String question) throws IOException {
    String[] opened = {"request", "open", north.file("question.p7m").toString()};
    String joint = south.find("in case (k-[0-9]+)", opened);
    String grant = south.grant(south.find("grant export ([0-9]+)", "request", "answer", question));
    tell("South opens it: case %s; its second person grants the adverts.".formatted(joint));
    String held =
        south.find(
            ": ([^:]*captured pages?)",
            "evidence",
            "--granted",
            grant,
            "--to",
            "North",
            "--keep-until",
            today.plusYears(1).toString(),
            "--tlp",
            "amber",
            "--out",
            "package");
    String answer =
        south.find(
            "Answer ([0-9a-f]{32})",
            "request",
            "answer",
            question,
            "--package",
            "package",
            "--out",
            "answer.p7m");
    tell("South answers with a package: %s; TLP:AMBER.".formatted(held));
    return answer;
  }

  private void verify(String answer) {
    north.type("request", "open", south.file("answer.p7m").toString());
    Path received =
        north.workspace().root().resolve("exchange/letters/" + answer + "/data/package");
    String whole = north.find("Whole: ([0-9,]+ files)", "evidence", "verify", received.toString());
    tell("North opens and verifies it: %s as South signed them.".formatted(whole));
  }

  private void preserve() throws IOException {
    long drafts =
        north
            .type(
                "preserve",
                topAlert(north).id(),
                "--to",
                "Example Hosting, Exampleland",
                "--out",
                "drafts")
            .lines()
            .filter(line -> line.contains(".md:"))
            .count();
    tell("North drafts %d orders and requests to preserve; nothing is sent.".formatted(drafts));
  }

  private void push() throws IOException {
    Files.writeString(OwnerOnly.file(north.file("misp.key")), MISP_KEY);
    try (FakeMisp misp = FakeMisp.start(MISP_KEY)) {
      String sent =
          north.find(
              "([0-9,]+ of [0-9,]+ parts taken)",
              "push",
              "cluster:" + topAlert(north).subject(),
              "--misp",
              misp.address().toString(),
              "--auth",
              "misp.key",
              "--to",
              "South",
              "--tlp",
              "green",
              "--answer",
              "answered.json");
      tell("North pushes to a MISP server (a fake one): %s.".formatted(sent));
    }
    String taken =
        north.find(
            "Read as misp: ([^,]*)", "watchlist", "import", "answered.json", "--source", "MISP");
    tell("What came back is imported: %s.".formatted(taken));
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }
}
