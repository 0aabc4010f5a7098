package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Alert;
import org.vigie.casework.Readme;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditEntry;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.mandate.WhoSaw;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "deliver"
      })
  void logsTheIdOfAllThatIsShown(String words) throws Exception {
    String person = "person-" + Integer.toHexString(words.hashCode());
    Path file = folder.resolve(person + ".jsonl");
    List<String> command =
        Stream.of(words.split(" ", -1))
            .map(word -> word.equals("FILE") ? file.toString() : NAMES.getOrDefault(word, word))
            .toList();
    Here here =
        Here.in(folder)
            .home(Readme.project())
            .user(person)
            .at(Clock.systemUTC().instant().plus(Duration.ofDays(2)));

    assertThat(here.vigie(command.toArray(String[]::new))).as(here.err()).isZero();

    Set<String> shown = ids(here.out());
    for (Path handedOut : List.of(file, workspace.root().resolve("told.jsonl"))) {
      if (Files.exists(handedOut)) {
        shown.addAll(ids(Files.readString(handedOut)));
        Files.delete(handedOut);
      }
    }
    if (words.startsWith("export")) {
      shown.removeIf(id -> !id.startsWith("a-")); // the file's hash stands for the clusters in it
    }
    if (!words.startsWith("contact")) { // of which these tell figures alone
      assertThat(shown).as("what it shows").isNotEmpty();
    }
    assertThat(shown).allSatisfy(id -> assertThat(whoSaw(id)).contains(person));
  }

  private static Set<String> whoSaw(String id) throws Exception {
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

  private static Set<String> ids(String text) {
    return ID.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
