package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vigie.advert.Alert;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.Readme;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditEntry;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.mandate.WhoSaw;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.cli.command.RootCommand;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import picocli.CommandLine;

/** Who was shown anything on the command line is found by the id of each thing that was shown. */
class ShownOnTheCommandLineTest {
  /** Written anew: what the log looks for must not tell this test what to look for. */
  private static final Pattern ID =
      Pattern.compile("(?<![0-9A-Za-z])[acnw]-[0-9a-f]{20}(?![0-9A-Za-z])");

  private static final String CONTACT = "+33 6 39 98 00 01";

  @TempDir static Path folder;

  private static final Map<String, String> NAMES = new HashMap<>();
  private static Workspace workspace;

  @BeforeAll
  static void makeWorkspace() throws Exception {
    workspace = ExampleWorkspace.in(folder);
    try (AdvertIndex index = AdvertIndex.open(workspace.index());
        Stream<Path> mandates = Files.list(workspace.mandates())) {
      for (Alert alert : index.alerts(1_000)) {
        String subject = alert.subject();
        if (subject.startsWith("c-")) {
          NAMES.putIfAbsent("ALERT", alert.id());
          NAMES.putIfAbsent("CLUSTER", subject);
        }
      }
      NAMES.put("ADVERT", index.advertIds("passport").iterator().next());
      NAMES.put("CONTACT", CONTACT);
      NAMES.put("WHY", "file 7/26");
      Path labels =
          Files.writeString(
              folder.resolve("labels.jsonl"),
              "{\"id\":\"%s\",\"text\":\"a cook is wanted\"}%n".formatted(NAMES.get("ADVERT")));
      NAMES.put("LABELS", labels.toString());
      String mandate =
          String.valueOf(mandates.findFirst().orElseThrow().getFileName()).replace(".json", "");
      Files.writeString(
          workspace.root().resolve("vigie.yaml"),
          """
          deliver: {file: told.jsonl, reviewer: E. Lead, mandate: %s}
          retention: {risky: 1d, escalated: 1d, complaints: 1d, others: 1d}
          """
              .formatted(mandate),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  /** What each command shows, in as many ways as it has; those that hide something come last. */
  private static final List<String> SHOWING =
      List.of(
          "search passport",
          "search passport --json",
          "search --fold --limit 100",
          "show ADVERT",
          "show ADVERT --json",
          "alerts",
          "alerts --json",
          "contact CONTACT",
          "contact CONTACT --json",
          "contact CONTACT --together",
          "cluster CLUSTER",
          "cluster CLUSTER --json",
          "cluster ALERT",
          "retention",
          "retention --json",
          "erase --contact CONTACT --why WHY",
          "export passport --out FILE",
          "export passport --out FILE --format csv",
          "export passport --out FILE --format xlsx",
          "export passport --out FILE --format misp",
          "export passport --out FILE --format stix",
          "export passport --out FILE --format ftm",
          "export passport --out FILE --format graphml",
          "export passport --out FILE --format gexf",
          "export passport --out FILE --format i2",
          "export passport --out FILE --format htcds",
          "export passport --out FILE --format fiu",
          "preserve ADVERT ALERT --to Provider --out FILE",
          "seeds propose",
          "statistics --out FILE.csv",
          "medians",
          "label --input LABELS --reviewer anna",
          "label --input LABELS --export FILE",
          "rescore --quiet",
          "deliver",
          "audit verify",
          "restrict CLUSTER --ground accuracy --why WHY",
          "restrict");

  /** Which of them may tell figures alone. */
  private static final Set<String> OF_FIGURES =
      Set.of("contact", "medians", "statistics", "seeds", "audit", "label", "rescore", "restrict");

  /** Commands that show ids of a workspace and have a test of their own of what is logged. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "demo", "logsWhatTheDemoAndANetworkShow, below",
          "network", "the same",
          "evidence", "EvidenceCommandTest",
          "push", "PushCommandTest",
          "request show", "RequestCommandTest",
          "request answer", "RequestCommandTest",
          "watchlist import", "WatchlistImportCommandTest",
          "crawl try", "its Screen: of a page that was never taken in",
          "audit who-saw", "the log itself: whoever reads it is shown ids and no content");

  /** Commands that show no advert, cluster, network or alert that a workspace has taken in. */
  private static final Set<String> SHOWING_NONE =
      Set.of(
          """
          init, run, assess, pictures read, import html, doctor, completion, manual, check, backup, restore,
          seal, warm-up, test, serve, offer-page, witness, evaluate, models,
          crawl status, crawl report, crawl pause, crawl resume, seeds approve, seeds decline,
          cluster start, cluster submit, cluster status, cluster mend, cluster stop, cluster fetch,
          cluster topics, cluster zookeeper, cluster jobmanager, cluster taskmanager,
          evidence key, evidence open, evidence replay, evidence verify,
          deconflict ask, deconflict answer, deconflict finish, deconflict listen, deconflict send,
          request key, request line, request listen, request make, request open, request send,
          request withdraw,
          taxonomy list, taxonomy show, taxonomy export,
          concepts list, concepts try, concepts diff, concepts suggest, concepts coverage,
          train encoder, train forced-criminality, train group, train names, train other,
          train recruitment, train sentences, train sexual, train signs, train work,
          audit forward, audit accept-database, plugins list, plugins approve, plugins withdraw,
          keys join, keys make-owner, keys register-owner, keys sign-owner, keys open-share, keys replace-audit, keys rotate-audit, keys rotate-backup,
          keys rotate-evidence, keys rotate-seal, keys split
          """
              .strip()
              .split(",\\s+", -1));

  @Test
  void knowsOfEachCommandWhatItShows() {
    Set<String> known = new TreeSet<>(ELSEWHERE.keySet());
    known.addAll(SHOWING_NONE);
    Set<String> all = new TreeSet<>();
    leaves(RootCommand.commandLine(Here.in(folder).environment()), "", all);
    for (String words : SHOWING) {
      String[] parts = words.split(" ", -1);
      known.addAll(
          parts.length == 1 ? List.of(words) : List.of(parts[0], parts[0] + " " + parts[1]));
    }
    assertThat(known).containsAll(all);
  }

  private static void leaves(CommandLine line, String name, Set<String> into) {
    Object command = line.getCommand(); // those of the lab are no part of what a unit installs
    if (line.getSubcommands().isEmpty()
        && command.getClass().getPackageName().startsWith("org.vigie.cli")) {
      into.add(name);
    }
    line.getSubcommands()
        .forEach((word, below) -> leaves(below, (name + " " + word).strip(), into));
  }

  @Test
  void logsWhatTheDemoAndANetworkShow(@TempDir Path other) throws Exception {
    Here here = Here.in(other).home(Readme.project()).user("shown-to").onRealTime();
    assertThat(here.vigie("demo", "--quiet", "--adverts", "100")).as(here.err()).isZero();
    Set<String> shown = ids(here.out());
    assertThat(shown).isNotEmpty();
    Workspace demo = new Workspace(other.resolve("vigie-demo"));
    String network;
    try (AdvertIndex index = AdvertIndex.open(demo.index())) {
      network =
          index.alerts(1_000).stream()
              .map(Alert::subject)
              .filter(subject -> subject.startsWith("c-"))
              .map(subject -> networkOf(index, subject))
              .flatMap(Optional::stream)
              .findFirst()
              .orElseThrow();
    }
    for (String more : List.of("--edges=500", "--json")) {
      String[] words = {"network", network, more, "--workspace", demo.root().toString()};
      assertThat(here.vigie(words)).as(here.err()).isZero();
      shown.addAll(ids(here.out()));
    }
    assertThat(shown).contains(network).anyMatch(id -> id.startsWith("c-"));
    for (String id : shown) {
      assertThat(whoSaw(demo, id)).contains("shown-to");
    }
  }

  private static Optional<String> networkOf(AdvertIndex index, String cluster) {
    try {
      return index.findNetworkOf(cluster).map(NetworkProfile::id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @FieldSource("SHOWING")
  void logsTheIdOfAllThatIsShown(String words) throws Exception {
    String person = "person-" + Integer.toHexString(words.hashCode());
    Path file = folder.resolve(person + ".jsonl");
    List<String> command =
        Stream.of(words.split(" ", -1))
            .map(word ->
                word.startsWith("FILE")
                    ? word.replace("FILE", file.toString())
                    : NAMES.getOrDefault(word, word))
            .toList();
    Here here =
        Here.in(folder)
            .home(Readme.project())
            .user(person)
            .piped("q\n")
            .at(Clock.systemUTC().instant().plus(Duration.ofDays(2)));

    assertThat(here.vigie(command.toArray(String[]::new))).as(here.err()).isZero();

    Set<String> shown = ids(here.out());
    for (Path handedOut :
        List.of(file, Path.of(file + ".csv"), workspace.root().resolve("told.jsonl"))) {
      if (Files.exists(handedOut)) {
        shown.addAll(ids(text(handedOut)));
        FolderTree.delete(handedOut);
      }
    }
    if (!OF_FIGURES.contains(words.split(" ", -1)[0]) && !words.endsWith("fiu")) {
      assertThat(shown).as("what it shows").isNotEmpty();
    }
    assertThat(shown).allSatisfy(id -> assertThat(whoSaw(workspace, id)).contains(person));
  }

  private static Set<String> whoSaw(Workspace workspace, String id) throws Exception {
    AuditSeal seal =
        AuditSeal.of(
            workspace,
            Settings.of(workspace, Here.in(folder).home(Readme.project()).environment())
                .custody()
                .audit());
    AuditTrail trail = new AuditTrail(MandateCheck.log(workspace), seal.heads(), seal.publicKey());
    return new WhoSaw(trail)
        .saw(id).entries().stream().map(AuditEntry::user).collect(Collectors.toSet());
  }

  /** Returns all that a file, a folder or a zip holds, as one text. */
  private static String text(Path place) throws Exception {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        text.append(new String(content, StandardCharsets.UTF_8)).append('\n');
        if (content.length > 0 && content[0] == 'P') {
          try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
              byte[] packed = zip.getInputStream(entry).readAllBytes();
              text.append(new String(packed, StandardCharsets.UTF_8)).append('\n');
            }
          }
        }
      }
    }
    return text.toString();
  }

  private static Set<String> ids(String text) {
    return ID.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
