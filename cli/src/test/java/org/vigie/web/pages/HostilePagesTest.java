package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Severity;
import org.vigie.casework.Judgements;
import org.vigie.casework.Opinion;
import org.vigie.casework.Readme;
import org.vigie.casework.SavedSearches;
import org.vigie.casework.Subject;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.web.pages.alert.AlertPages;
import org.vigie.web.pages.part.Paths;
import org.vigie.web.pages.search.SearchForm;

/**
 * Pages full of hostile texts beside the same pages full of harmless ones of the same shape: both
 * must have the same elements with the same attributes, as an HTML parser sees them.
 */
class HostilePagesTest {
  private static final List<String> TEXTS = HostileTexts.chosen();

  /**
   * What is made of a cluster's texts, word by word: how many slots of what kind there are hangs on
   * the words, so there the kinds of elements are compared, and not their number.
   */
  private static final String TEMPLATE =
      ".machine > .evidence, .machine > .evidence *, .machine > .evidence + p,"
          + " .machine > table.list, .machine > table.list *";

  /** Harmless twins of different texts can be one contact, which can be chosen once. */
  private static final String CHOICES = "select option";

  /** Where a quoted sentence ends hangs on its signs, and with it what is marked in it. */
  private static final String QUOTED = "q bdi *";

  private static final String GLOSS = ".gloss li";

  @TempDir static Path folder;
  private static ServedConsole hostile;
  private static ServedConsole harmless;
  private static Browser inHostile;
  private static Browser inHarmless;

  @BeforeAll
  static void serve() throws Exception {
    hostile = serve("hostile", TEXTS);
    harmless = serve("harmless", TEXTS.stream().map(HostileTexts::harmless).toList());
    inHostile = hostile.as("analyst");
    inHarmless = harmless.as("analyst");
  }

  private static ServedConsole serve(String name, List<String> texts) throws Exception {
    Workspace workspace = new Workspace(folder.resolve(name));
    HostileIndex.write(workspace, texts);
    // One analyst opens the page of every advert here, which is more than one may.
    ServedConsole served =
        ServedConsole.on(workspace, new DisclosureSettings(texts.size(), texts.size()));
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
      Judgements judgements = new Judgements(database, served.clock);
      for (int i = 0; i < texts.size(); i += HostileIndex.GROUP) {
        Subject cluster =
            new Subject(Subject.Kind.CLUSTER, HostileIndex.clusterId(i / HostileIndex.GROUP));
        judgements.add("analyst", cluster, Opinion.LEAD, texts.get(i));
      }
      SavedSearches searches = new SavedSearches(database, served.clock);
      for (int i = 0; i < texts.size(); i++) {
        searches.save("analyst", i + texts.get(i), texts.get(i), Severity.NOTICE);
      }
    }
    return served;
  }

  @AfterAll
  static void end() throws Exception {
    hostile.close();
    harmless.close();
  }

  @Test
  void areAtLeastTwoThousandTextsThatWouldBeActive() {
    long active =
        HostileTexts.all().stream()
            .filter(text ->
                !Jsoup.parse("<p title=\"" + text + "\">" + text)
                    .select(
                        "script, img, svg, iframe, a, style, link, meta, base, form, object, embed,"
                            + " video, input, math, template, plaintext, details, [onmouseover],"
                            + " [onfocus], [onload], [style]")
                    .isEmpty())
            .count();
    assertThat(active).as("in a page that doesn't escape").isGreaterThan(2_000);
  }

  /** As many as there are vectors and ways out, but for those that are written alike. */
  @Test
  void areOfAllVectorsWaysOutAndWritings() {
    assertThat(HostileTexts.paired()).hasSizeBetween(380, 28 * 14);
    assertThat(HostileTexts.all()).containsAll(HostileTexts.paired());
    for (String written : List.of("&lt;", "%3C", "\f", "\t", "\u202e", "<IMG", "sCrIpT", "<img/")) {
      assertThat(HostileTexts.paired()).as(written).anyMatch(text -> text.contains(written));
    }
    assertThat(Readme.project().resolve(".ci/run")).content().contains("-Dvigie.hostile=all");
  }

  /** Texts that have one harmless twin are held against one page of it. */
  @Test
  void addNothingToThePageOfAnAdvert() throws Exception {
    // The gloss has a line for each word of a text that a concept knows.
    String varied = GLOSS + ", " + QUOTED;
    Map<String, List<String>> ofTwins = new HashMap<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      String path = "/adverts/" + HostileIndex.advertId(i);
      String twin = HostileTexts.harmless(TEXTS.get(i));
      if (!ofTwins.containsKey(twin)) {
        ofTwins.put(twin, PageStructure.of(inHarmless.get(path).body(), varied));
      }
      assertThat(PageStructure.of(parsed(path, inHostile.get(path)), varied))
          .as(path)
          .isEqualTo(ofTwins.get(twin));
    }
  }

  @Test
  void addNothingToThePagesOfClustersAndAlerts() throws Exception {
    for (int i = 0; i * HostileIndex.GROUP < TEXTS.size(); i++) {
      String cluster = "/clusters/" + HostileIndex.clusterId(i);
      Both pages = assertSameBut(cluster, TEMPLATE);
      assertThat(kinds(pages.harmless(), TEMPLATE))
          .as(cluster)
          .containsAll(kinds(pages.hostile(), TEMPLATE));
      assertSame("/alerts/" + HostileIndex.alertId(i));
    }
  }

  /** Returns the elements in some part of a page by name, class and names of attributes. */
  private static Set<String> kinds(String page, String part) {
    Set<String> kinds = new TreeSet<>();
    for (Element element : Jsoup.parse(page).select(part)) {
      String known = element.className().replaceAll("slot-\\w+", "slot-n");
      kinds.add(element.tagName() + " " + known + " " + names(element));
    }
    return kinds;
  }

  private static Set<String> names(Element element) {
    return element.attributes().asList().stream()
        .map(Attribute::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of some contacts, since models are read for each. */
  @Test
  void addNothingToAdvertsThatAreReadTogether() throws Exception {
    for (int i = 0; i * HostileIndex.GROUP < TEXTS.size(); i += 5) {
      String text = TEXTS.get(i * HostileIndex.GROUP);
      assertSame(
          Paths.contactTogether(HostileIndex.contactKey(text)),
          Paths.contactTogether(HostileIndex.contactKey(HostileTexts.harmless(text))));
    }
  }

  @Test
  void addNothingToThePagesOfContactsAndNetworks() throws Exception {
    for (int i = 0; i * HostileIndex.GROUP < TEXTS.size(); i++) {
      assertSameBut("/networks/" + HostileIndex.networkId(i), CHOICES);
      String text = TEXTS.get(i * HostileIndex.GROUP);
      assertSame(
          Paths.contact(HostileIndex.contactKey(text)),
          Paths.contact(HostileIndex.contactKey(HostileTexts.harmless(text))));
    }
  }

  /**
   * Harmless twins of different texts can be one contact, which then goes further: so the kinds of
   * elements are compared, and not their number.
   */
  @Test
  void addNoKindOfElementToMaps() throws Exception {
    for (int i = 0; i * HostileIndex.GROUP < TEXTS.size(); i++) {
      String cluster = "/clusters/" + HostileIndex.clusterId(i) + "/map";
      String text = TEXTS.get(i * HostileIndex.GROUP);
      assertSameKinds(cluster, cluster);
      assertSameKinds(
          Paths.contactMap(HostileIndex.contactKey(text)),
          Paths.contactMap(HostileIndex.contactKey(HostileTexts.harmless(text))));
    }
  }

  private static void assertSameKinds(String path, String harmlessPath) throws Exception {
    HttpResponse<String> page = inHostile.get(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    assertThat(kinds(inHarmless.get(harmlessPath).body())).as(path).containsAll(kinds(page.body()));
    assertThat(
            Jsoup.parse(page.body())
                .select("script:not([src=/assets/leave.js]), img, main a:not([href^=/])"))
        .as(path)
        .hasSize(2);
  }

  /** Whether a way is part of a round is no matter of what a text adds to a page. */
  private static Set<String> kinds(String page) {
    return PageStructure.of(page, "").stream()
        .map(kind -> kind.replace("class=leg route", "class=leg"))
        .collect(Collectors.toSet());
  }

  @Test
  void addNothingToLists() throws Exception {
    assertSame("/searches");
    for (int page = 0; page * AlertPages.ON_A_PAGE * HostileIndex.GROUP < TEXTS.size(); page++) {
      assertSame("/alerts?status=all&page=" + page);
      assertSame("/clusters?page=" + page);
      assertSame("/networks?page=" + page);
    }
    for (int page = 0; page * SearchForm.HITS < TEXTS.size(); page++) {
      assertSame("/?order=newest&page=" + page);
    }
  }

  @Test
  void addNothingToTheSearchThatTheyAreTypedInto() throws Exception {
    for (String typed : TEXTS) {
      String text = Paths.encoded(typed);
      HttpResponse<String> page = inHostile.get("/?q=" + text + "&f=" + text + "&from=" + text);
      Element body = Jsoup.parse(page.body());
      assertThat(body.select("body script, iframe, object, embed, style, base, form[action^=//]"))
          .isEmpty();
      assertThat(body.select("img")).hasSize(1);
      PageStructure.assertNamesNoOtherHost(body);
    }
  }

  /** The bodies of a page and of its harmless twin. */
  private record Both(String hostile, String harmless) {}

  private static void assertSame(String path) throws Exception {
    assertSame(path, path);
  }

  private static Both assertSameBut(String path, String without) throws Exception {
    return assertSame(path, path, without);
  }

  private static void assertSame(String path, String harmlessPath) throws Exception {
    assertSame(path, harmlessPath, "");
  }

  private static Both assertSame(String path, String harmlessPath, String without)
      throws Exception {
    HttpResponse<String> page = inHostile.get(path);
    String varied = without.isEmpty() ? QUOTED : without + ", " + QUOTED;
    String harmlessPage = inHarmless.get(harmlessPath).body();
    assertThat(PageStructure.of(parsed(path, page), varied))
        .as(path)
        .isEqualTo(PageStructure.of(harmlessPage, varied));
    return new Both(page.body(), harmlessPage);
  }

  /** Returns a page that is there, and quotes no text as anything but marks. */
  private static Document parsed(String path, HttpResponse<String> page) {
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    Document document = Jsoup.parse(page.body());
    assertThat(document.select(QUOTED))
        .as(path)
        .allMatch(element -> element.tagName().equals("mark"));
    return document;
  }
}
