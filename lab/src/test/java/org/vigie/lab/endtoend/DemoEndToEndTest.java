package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.advert.Advert;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.crawler.render.ChromiumProgram;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.world.surface.Surface;
import org.vigie.world.surface.SurfaceCampaign;

/** The demo against what was planted in its web. */
@Tag("end-to-end")
class DemoEndToEndTest {
  /** Hardly a text of their own: the number alone joins them. */
  private static final Set<Surface> LONE = Set.of(Surface.PICTURE, Surface.CODE);

  @TempDir static Path folder;
  private static Here here = Here.in(Path.of(""));
  private static int exit;

  @BeforeAll
  static void watchTheDemo() {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    exit = here.vigie("demo", "--quiet");
  }

  @Test
  void endsWithASummaryTopAlertsAndWhatToTypeNext() {
    assertThat(here.err()).isEmpty();
    assertThat(exit).isZero();
    assertThat(here.out())
        .containsSubsequence(
            "pages captured",
            "clusters",
            "alerts",
            "ONE CAMPAIGN ON OTHER SURFACES",
            "TOP ALERTS",
            "truth.json",
            "./vigie alerts");
  }

  /** The README's lines: all where each surface can be read, else those of the top alerts. */
  @Test
  void printsWhatTheReadmeShows() throws Exception {
    String readme = Readme.text("README.md");
    String block =
        readme.substring(
            readme.indexOf("<!-- demo-output:begin -->"),
            readme.indexOf("<!-- demo-output:end -->"));
    boolean whole = Stream.of(Surface.values()).allMatch(DemoEndToEndTest::isReadable);
    List<String> shown =
        block
            .substring(whole ? block.indexOf("WHAT WAS DONE") : block.indexOf("TOP ALERTS"))
            .lines()
            .filter(line -> !line.startsWith("```") && !line.equals("…"))
            .toList();

    assertThat(shown).hasSizeGreaterThanOrEqualTo(7);
    assertThat(here.out().lines().toList()).containsSubsequence(shown);
  }

  @Test
  void findsEveryCampaignAsOneCluster() throws Exception {
    Found found = Found.in(folder.resolve("vigie-demo"));
    Map<String, Set<String>> groups = new TreeMap<>();
    for (JsonNode campaign : truth().path("campaigns")) {
      groups.put(campaign.path("name").asText(), groupsOf(campaign, found));
    }

    assertThat(groups).isNotEmpty().allSatisfy((name, ids) -> assertThat(ids).hasSize(1));
  }

  @Test
  void mergesNoTwoCampaigns() throws Exception {
    Found found = Found.in(folder.resolve("vigie-demo"));
    Map<String, String> campaignOf = new TreeMap<>();
    for (JsonNode campaign : truth().path("campaigns")) {
      String name = campaign.path("name").asText();
      for (String group : groupsOf(campaign, found)) {
        assertThat(campaignOf.put(group, name)).as("another campaign in %s", group).isNull();
      }
    }
  }

  @Test
  void raisesExactlyThePlantedAlerts() throws Exception {
    Found found = Found.in(folder.resolve("vigie-demo"));
    Set<String> planted = new TreeSet<>();
    for (JsonNode campaign : truth().path("campaigns")) {
      if (campaign.path("alerts").asBoolean()) {
        planted.addAll(groupsOf(campaign, found));
      }
    }
    Set<String> watched = new TreeSet<>();
    for (JsonNode query : truth().path("watched")) {
      for (JsonNode url : query.path("urls")) {
        watched.add(found.urls().getOrDefault(url.asText(), "not found: " + url.asText()));
      }
    }

    Set<String> expected = new TreeSet<>(planted);
    expected.addAll(watched);
    expected.add(otherCluster());
    expected.add(networkOf(found, 2));
    assertThat(found.alerted()).isEqualTo(expected);
  }

  @Test
  void joinsTheTwoCampaignsThatShareAPhoneIntoOneNetwork() throws Exception {
    Found found = Found.in(folder.resolve("vigie-demo"));
    Set<String> joined = new TreeSet<>();
    for (JsonNode campaign : truth().path("campaigns")) {
      if (Set.of("en-farm-countries", "ro-meat-plant").contains(campaign.path("name").asText())) {
        joined.addAll(groupsOf(campaign, found));
      }
    }

    assertThat(joined).hasSize(2);
    assertThat(clustersOf(found, networkOf(found, 2))).containsExactlyInAnyOrderElementsOf(joined);
    assertThat(found.networks()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void findsTheCampaignOnEachOtherSurface(Surface surface) throws Exception {
    assumeTrue(isReadable(surface), surface.needs() + " can't be used here");

    List<SearchResult.Hit> there =
        naming().stream().filter(hit -> standsOn(surface, hit.advert().advert())).toList();

    assertThat(there).hasSize(planted(surface));
    if (!LONE.contains(surface)) {
      assertThat(there).extracting(hit -> hit.cluster().id()).containsOnly(otherCluster());
    }
  }

  @Test
  void joinsThatCampaignIntoOneNetworkByItsNumberAndNothingThatStandsBesideIt() throws Exception {
    Found found = Found.in(folder.resolve("vigie-demo"));
    int read =
        Stream.of(Surface.values())
            .filter(DemoEndToEndTest::isReadable)
            .mapToInt(DemoEndToEndTest::planted)
            .sum();

    JsonNode network = network(found, networkOf(found, 1));
    assertThat(network.path("contacts").properties())
        .extracting(contact -> contact.getKey() + " " + contact.getValue())
        .containsExactly(SurfaceCampaign.CONTACT + " " + read);
    assertThat(network.path("adverts").asInt()).isEqualTo(read);
    assertThat(network.path("clusters").has(otherCluster())).isTrue();
  }

  @Test
  void saysOfEachOtherSurfaceHowMuchIsFoundThere() {
    for (Surface surface : Surface.values()) {
      String line =
          here.out().lines().filter(each -> each.contains(surface.words())).findFirst().orElse("");
      assertThat(line)
          .contains((isReadable(surface) ? planted(surface) : 0) + " of " + planted(surface))
          .matches(text -> text.contains("needs") != isReadable(surface));
    }
  }

  @Test
  void raisesNoAlertAboutAnOrdinaryAdvert() throws Exception {
    Found found = Found.in(folder.resolve("vigie-demo"));
    Set<String> watched = new TreeSet<>();
    truth().path("watched").forEach(q -> q.path("urls").forEach(url -> watched.add(url.asText())));
    Set<String> alerted = new TreeSet<>();
    for (JsonNode url : truth().path("ordinary")) {
      if (found.alerted().contains(found.groupOf(url.asText()))
          && !watched.contains(url.asText())) {
        alerted.add(url.asText());
      }
    }

    assertThat(alerted).isEmpty();
  }

  private static int planted(Surface surface) {
    return SurfaceCampaign.load().planted().getOrDefault(surface, 0);
  }

  /** Returns the one network that has so many clusters of several adverts. */
  private static String networkOf(Found found, long clusters) {
    return found.networks().keySet().stream()
        .filter(id -> clustersOf(found, id).size() == clusters)
        .collect(Collectors.joining(" and "));
  }

  private static Set<String> clustersOf(Found found, String network) {
    Set<String> several = new TreeSet<>();
    network(found, network)
        .path("clusters")
        .properties()
        .forEach(cluster -> {
          if (cluster.getValue().asInt() > 1) {
            several.add(cluster.getKey());
          }
        });
    return several;
  }

  private static JsonNode network(Found found, String id) {
    try {
      return new ObjectMapper().readTree(found.networks().getOrDefault(id, "{}"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the cluster of those of its adverts that are whole texts. */
  private static String otherCluster() throws Exception {
    return naming().stream()
        .filter(hit -> standsOn(Surface.SHEET, hit.advert().advert()))
        .map(hit -> hit.cluster().id())
        .findFirst()
        .orElse("not found");
  }

  /** Returns all adverts that name the number of that campaign. */
  private static List<SearchResult.Hit> naming() throws Exception {
    SearchRequest request =
        new SearchRequest(
            SurfaceCampaign.CONTACT, 0, 100, SearchRequest.Order.NEWEST, 0, Duration.ofSeconds(30));
    try (AdvertIndex index =
        AdvertIndex.open(new Workspace(folder.resolve("vigie-demo")).index())) {
      return index.search(request).hits();
    }
  }

  private static boolean standsOn(Surface surface, Advert advert) {
    return surface.isPage()
        ? advert.url().matches("http://app\\.example\\.org:\\d+" + surface.place() + "(#.*)?")
        : advert.site().equals(surface.place());
  }

  /** Returns whether this machine has what a surface needs to be read. */
  private static boolean isReadable(Surface surface) {
    return switch (surface) {
      case SCRIPT_VIEW -> renders();
      case PICTURE ->
          Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, surface.needs())));
      default -> true;
    };
  }

  private static boolean renders() {
    try {
      ChromiumProgram.find();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Set<String> groupsOf(JsonNode campaign, Found found) {
    Set<String> groups = new TreeSet<>();
    campaign.path("urls").forEach(url -> groups.add(found.groupOf(url.asText())));
    return groups;
  }

  private static JsonNode truth() throws Exception {
    return new ObjectMapper().readTree(folder.resolve("vigie-demo/truth.json").toFile());
  }
}
