package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactCut;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Indicator;
import org.vigie.advert.NetworkProfile;
import org.vigie.casework.render.GroupRiskText;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.web.Phrases;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.part.SignMark;

/** The demo's world as somebody reads it in French: no word of English but the adverts' own. */
@Tag("end-to-end")
class FrenchPagesTest {
  private static final int MOST = 40;

  /** Words that English can't do without, and French doesn't have; parts of ids don't count. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?<![\\w:+-])(the|of|and|with|is|are|was|that|which|its|not|than|from|by|this|these|has|have"
              + "|been|adverts?|clusters?|shared|wording|risk|risky|phone|there|gone|grade)(?![\\w:<>-])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /** What adverts and people wrote, ids, and the button that leads to English. */
  private static final String CONTENT =
      ".evidence, .snippet, .card:not(.alert) h2, q, code, dl dd, .counts bdi, aside bdi, td .tag,"
          + " .why, .note, [lang=en], .account, script, td bdi, th bdi, h1 bdi, svg title";

  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.onDemo(folder);
  }

  @AfterAll
  static void end() throws Exception {
    if (served != null) {
      served.close();
    }
  }

  @Test
  void knowsAFrenchSentenceForAllThatTheMachineWroteIntoTheIndex() throws Exception {
    Phrases french = Phrases.in(Locale.FRENCH);
    Set<Worded> findings = new LinkedHashSet<>();
    gather(findings);
    assertThat(findings).hasSizeGreaterThan(500);
    assertThat(findings).filteredOn(words -> !french.tells(words)).isEmpty();
  }

  @Test
  void showsNoEnglishOnAnyPage() throws Exception {
    Browser analyst = reader("analyst");
    Set<String> paths =
        new LinkedHashSet<>(
            List.of(
                "/",
                "/?q=passport",
                "/?q=%28",
                "/?q=foo:bar",
                "/?q=status:lost",
                "/?q=risk%3Dhigh",
                "/?q=passport*way",
                "/?q=concept:nothing",
                "/?q=%22open",
                "/alerts",
                "/alerts?status=all",
                "/clusters",
                "/networks",
                "/cases",
                "/exports",
                "/erasures",
                "/tokens",
                "/account",
                "/searches",
                "/worklist",
                "/queue",
                "/rulings",
                "/adverts/none",
                "/reason"));
    for (String list : List.of("/", "/alerts", "/clusters")) {
      links(analyst.get(list).body(), paths);
    }
    paths.add(first(paths, "/clusters/") + "/map");
    links(analyst.get(first(paths, "/clusters/")).body(), paths);
    assertThat(paths).hasSizeGreaterThan(30).anyMatch(path -> path.startsWith("/contact?"));

    List<String> english = new ArrayList<>();
    for (String path : paths) {
      english.addAll(english(path, analyst.get(path).body()));
    }
    for (Map.Entry<String, String> page :
        Map.of(
                "admin", "/accounts",
                "auditor", "/audit",
                "crawl-manager", "/coverage",
                "model-operator", "/models",
                "reviewer", "/referrals")
            .entrySet()) {
      Browser browser = reader(page.getKey());
      english.addAll(english(page.getValue(), browser.get(page.getValue()).body()));
    }
    Browser reviewer = reader("reviewer");
    for (String path :
        List.of(
            "/restrictions",
            "/restrictions?subject=phone:%2B33639980199",
            "/retention",
            "/exports",
            "/erasures",
            "/alerts?group=rule",
            "/alerts?group=subject&severity=warning&page=9")) {
      english.addAll(english(path, reviewer.get(path).body()));
    }
    analyst.post("/blind", Map.of("blind", "on", "next", "/"));
    for (String path :
        List.of("/", "/clusters", first(paths, "/clusters/"), first(paths, "/adverts/a"))) {
      english.addAll(english(path + " blindly", analyst.get(path).body()));
    }
    english.addAll(english("/models/use", reader("model-operator").get("/models/use").body()));
    assertThat(english).isEmpty();
  }

  @Test
  void showsNoEnglishOfANetworkAndItsContacts(@TempDir Path other) throws Exception {
    Workspace workspace = new Workspace(other);
    List<String> texts = IntStream.range(0, 45).mapToObj(i -> "mot" + i).toList();
    HostileIndex.write(workspace, texts);
    try (ServedConsole networks = ServedConsole.on(workspace)) {
      Browser analyst = reader(networks, "analyst");
      String contact = Paths.encoded(HostileIndex.contactKey(texts.getFirst()));
      List<String> english = new ArrayList<>();
      for (String path :
          List.of(
              "/networks",
              "/networks/" + HostileIndex.networkId(0),
              "/contact?key=" + contact,
              "/contact/map?key=" + contact,
              "/contact/together?key=" + contact,
              "/clusters/" + HostileIndex.clusterId(0) + "/map")) {
        HttpResponse<String> page = analyst.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        english.addAll(english(path, page.body()));
      }
      assertThat(english).isEmpty();
    }
  }

  private static Browser reader(String name) throws Exception {
    return reader(served, name);
  }

  private static Browser reader(ServedConsole served, String name) throws Exception {
    Browser browser = served.signedIn(name);
    browser.post("/language", Map.of("language", "fr", "next", "/"));
    browser.post("/reason", Map.of("reason", "dossier exemple", "next", "/reason"));
    return browser;
  }

  private static void links(String page, Set<String> paths) {
    Jsoup.parse(page).select("main a[href]").eachAttr("href").stream()
        .filter(path -> path.matches("/(adverts|alerts|clusters|networks)/[^/]+|/contact\\?.*"))
        .limit(MOST)
        .forEach(paths::add);
  }

  private static String first(Set<String> paths, String start) {
    return paths.stream().filter(path -> path.startsWith(start)).findFirst().orElseThrow();
  }

  /** Returns what stands on a page in English, apart from what adverts and people wrote. */
  private static List<String> english(String path, String page) {
    Document document = Jsoup.parse(page);
    assertThat(document.select("html").attr("lang")).as(path).isEqualTo("fr");
    document.select(CONTENT).remove();
    List<String> found = new ArrayList<>();
    for (Element element : document.getAllElements()) {
      List<String> texts = new ArrayList<>(List.of(element.ownText()));
      for (String attribute : List.of("title", "aria-label", "alt", "placeholder")) {
        texts.add(element.attr(attribute));
      }
      for (String text : texts) {
        // Words of adverts that a sentence quotes stand between marks.
        String own = text.replaceAll("« [^»]* »|'[^']*'", "");
        if (ENGLISH.matcher(own).find()) {
          found.add(path + ": " + own);
        }
      }
    }
    return found;
  }

  private static void gather(Set<Worded> findings) throws Exception {
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      index.forEachAdvert("", hit -> add(hit.advert(), findings));
      for (ClusterProfile cluster : index.clusters(2, Integer.MAX_VALUE)) {
        cluster.indicators().forEach(found -> add(found, findings));
        add(cluster.assessment(), findings);
        for (String key : cluster.contacts().keySet()) {
          index.findContact(key).ifPresent(contact -> add(contact, findings));
          index.findContactCut(key).ifPresent(cut -> add(cut, findings));
        }
      }
      for (NetworkProfile network : index.networks(Integer.MAX_VALUE)) {
        add(network.assessment(), findings);
        for (String cut : network.cuts()) {
          index.findContactCut(cut).ifPresent(known -> add(known, findings));
        }
      }
      for (Alert alert : index.alerts(Integer.MAX_VALUE)) {
        assertThat(alert.lines()).as(alert.id()).isNotEmpty();
        alert.lines().forEach(line -> findings.add(new Worded(line, "")));
      }
    }
  }

  private static void add(AssessedAdvert advert, Set<Worded> findings) {
    advert.indicators().forEach(found -> add(found, findings));
    advert
        .assessments()
        .forEach(assessment ->
            assessment
                .reasons()
                .forEach(reason -> findings.add(Worded.of(reason.finding(), reason.feature()))));
  }

  private static void add(ContactCut cut, Set<Worded> findings) {
    findings.add(Worded.of(cut.finding(), cut.reason()));
  }

  private static void add(ContactProfile contact, Set<Worded> findings) {
    contact.indicators().forEach(found -> add(found, findings));
  }

  private static void add(@Nullable GroupAssessment made, Set<Worded> findings) {
    GroupRiskText.lines(made).forEach(line -> findings.add(Worded.said(line)));
    if (made != null) {
      findings.add(Worded.said(GroupRiskText.found(made)));
    }
  }

  private static void add(Indicator found, Set<Worded> findings) {
    findings.add(SignMark.whole(found).more());
    findings.add(Worded.of(found.finding(), found.detail()));
  }
}
