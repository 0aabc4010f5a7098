package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** The demo against what was planted in its web. */
@Tag("end-to-end")
class DemoEndToEndTest {
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
            "pages captured", "clusters", "alerts", "TOP ALERTS", "truth.json", "./vigie alerts");
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
    expected.addAll(found.networks().keySet());
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
    assertThat(found.networks()).hasSize(1);
    JsonNode network =
        new ObjectMapper().readTree(found.networks().values().iterator().next()).path("clusters");
    assertThat(network.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(joined);
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

  private static Set<String> groupsOf(JsonNode campaign, Found found) {
    Set<String> groups = new TreeSet<>();
    campaign.path("urls").forEach(url -> groups.add(found.groupOf(url.asText())));
    return groups;
  }

  private static JsonNode truth() throws Exception {
    return new ObjectMapper().readTree(folder.resolve("vigie-demo/truth.json").toFile());
  }
}
