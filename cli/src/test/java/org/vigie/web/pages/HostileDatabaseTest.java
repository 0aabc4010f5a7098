package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.AlertHandling;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosures;
import org.vigie.casework.ErasureRequests;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Judgements;
import org.vigie.casework.Mark;
import org.vigie.casework.Marks;
import org.vigie.casework.Opinion;
import org.vigie.casework.Referrals;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Rulings;
import org.vigie.casework.Subject;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.part.MinuteOld;

/**
 * What people wrote, and names of files, as hostile as adverts can be: cases, notes, referrals,
 * exports, rulings, restrictions and files have the same elements as with harmless texts, and none
 * more. An account's name can't be hostile: it has letters, digits and hyphens alone.
 */
class HostileDatabaseTest {
  private static final List<String> TEXTS = HostileTexts.all();

  /** Texts in one note or title: the desk waits for the disk with each. */
  private static final int GROUP = 8;

  /** Files in one case, which holds 200 at most. */
  private static final int FILES = 150;

  private static final int GROUPS = (TEXTS.size() + GROUP - 1) / GROUP;

  /** Reasons that the page of sources counts apart. */
  private static final int REASONS = 40;

  private static final Map<ServedConsole, Map<String, Browser>> BROWSERS = new HashMap<>();

  @TempDir static Path folder;
  private static ServedConsole hostile;
  private static ServedConsole harmless;
  private static String file;
  private static final List<String> files = new ArrayList<>();

  @BeforeAll
  static void serve() throws Exception {
    hostile = serve("hostile", TEXTS);
    harmless = serve("harmless", TEXTS.stream().map(HostileTexts::harmless).toList());
  }

  private static ServedConsole serve(String name, List<String> texts) throws Exception {
    Workspace workspace = new Workspace(folder.resolve(name));
    HostileIndex.write(workspace, List.of("orchard", "vineyard"));
    ServedConsole served = ServedConsole.on(workspace);
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
      Cases cases = new Cases(database, served.clock);
      file = cases.open("analyst", "A case");
      CaseFile known = cases.find("analyst", file).orElseThrow();
      Enclosures enclosures =
          new Enclosures(database, workspace.database().resolveSibling("enclosures"), served.clock);
      AlertHandling handling = new AlertHandling(database, served.clock);
      Referrals referrals = new Referrals(database, served.clock);
      ExportRequests exports = new ExportRequests(database, served.clock);
      ErasureRequests erasures = new ErasureRequests(database, served.clock);
      Rulings rulings = new Rulings(database, served.clock);
      Restrictions restrictions = new Restrictions(database, served.clock);
      Judgements judgements = new Judgements(database, served.clock);
      Marks marks = new Marks(database, served.clock);
      byte[] content = "invented".getBytes(StandardCharsets.UTF_8);
      String alert = HostileIndex.alertId(0);
      files.clear();
      for (int i = 0; i < texts.size(); i++) {
        if (i % FILES == 0) {
          files.add(cases.open("analyst", "Files"));
        }
        CaseFile last = cases.find("analyst", files.getLast()).orElseThrow();
        enclosures.add(last, "analyst", texts.get(i), content);
      }
      for (int i = 0; i < GROUPS; i++) {
        String text =
            String.join(" ", texts.subList(i * GROUP, Math.min((i + 1) * GROUP, texts.size())));
        cases.open("analyst", text);
        cases.put(known, "analyst", advert("a-" + i), text);
        handling.note("analyst", alert, text);
        referrals.ask("analyst", new Subject(Subject.Kind.ALERT, alert), text, text);
        exports.ask("analyst", text, "csv", text, text);
        erasures.ask("analyst", HostileIndex.advertId(0), text);
        rulings.add(
            "analyst",
            ClusterRuling.Kind.NO_CAMPAIGN,
            HostileIndex.clusterId(9),
            List.of("a-" + i),
            List.of(),
            text);
        restrictions.add(
            "reviewer",
            new Subject(Subject.Kind.CONTACT, "handle:" + i + text),
            Restriction.Ground.EVIDENCE,
            text);
        judgements.add("analyst", advert(HostileIndex.advertId(0)), Opinion.NOTHING, text);
        marks.add("analyst", new Mark(Mark.Kind.TAG, advert(HostileIndex.advertId(0)), i + text));
      }
    }
    return served;
  }

  private static Subject advert(String id) {
    return new Subject(Subject.Kind.ADVERT, id);
  }

  @AfterAll
  static void end() throws Exception {
    hostile.close();
    harmless.close();
  }

  /** A test that lets time pass ends the sessions of those before. */
  @BeforeEach
  void signInAnew() {
    BROWSERS.clear();
  }

  @Test
  void addsNothingToThePagesOfAnalysts() throws Exception {
    for (String path :
        List.of(
            "/cases",
            "/cases/" + file,
            "/alerts/" + HostileIndex.alertId(0),
            "/adverts/" + HostileIndex.advertId(0),
            "/exports",
            "/erasures",
            "/rulings",
            "/?q=orchard",
            "/worklist")) {
      assertSame("analyst", path, 20);
    }
    assertSame("analyst", "/cases", GROUPS);
    assertSame("analyst", "/cases/" + file, GROUPS);
    assertSame("analyst", "/alerts/" + HostileIndex.alertId(0), 2 * GROUPS);
    assertSame("analyst", "/rulings", GROUPS);
    assertSame("analyst", "/worklist", GROUPS);
  }

  @Test
  void addsNothingToThePageOfACaseWhereTheNameOfAFileIsHostile() throws Exception {
    assertThat(files).hasSize((TEXTS.size() + FILES - 1) / FILES);
    for (String one : files) {
      assertSame("analyst", "/cases/" + one, TEXTS.size() % FILES);
    }
  }

  @Test
  void addsNothingToThePagesOfReviewers() throws Exception {
    for (String path : List.of("/referrals", "/exports", "/erasures", "/restrictions")) {
      assertSame("reviewer", path, GROUPS);
    }
  }

  @Test
  void addsNothingToThePageOfSourcesWhereAReasonIsHostile() throws Exception {
    for (int from = 0; from < TEXTS.size(); from += REASONS) {
      List<String> some = TEXTS.subList(from, Math.min(from + REASONS, TEXTS.size()));
      deadLetters(hostile, some);
      deadLetters(harmless, some.stream().map(HostileTexts::harmless).toList());
      assertSame("crawl-manager", "/coverage", some.size());
    }
  }

  /** Numbers keep apart what would be one reason, and in one order. */
  private static void deadLetters(ServedConsole served, List<String> reasons) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < reasons.size(); i++) {
      lines.add(new ObjectMapper().writeValueAsString(Map.of("kind", (10 + i) + reasons.get(i))));
    }
    Path letters = Files.createDirectories(served.workspace.deadLetters());
    Files.write(letters.resolve("part.jsonl"), lines);
    served.clock.pass(MinuteOld.OLDEST.plus(Duration.ofSeconds(1)));
  }

  private static String page(ServedConsole served, String account, String path) throws Exception {
    Map<String, Browser> known = BROWSERS.computeIfAbsent(served, console -> new HashMap<>());
    if (!known.containsKey(account)) {
      known.put(account, served.as(account));
    }
    HttpResponse<String> page = known.get(account).get(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    return page.body();
  }

  /**
   * @param least elements that a page full of texts has at the very least
   */
  private static void assertSame(String account, String path, int least) throws Exception {
    String page = page(hostile, account, path);
    List<String> structure = PageStructure.of(page, "");
    assertThat(structure).as(path).hasSizeGreaterThan(least);
    assertThat(structure).as(path).isEqualTo(PageStructure.of(page(harmless, account, path), ""));
    assertThat(Jsoup.parse(page).select("body script, iframe, object, embed, style, base"))
        .isEmpty();
  }
}
