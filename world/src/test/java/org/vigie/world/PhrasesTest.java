package org.vigie.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Checks what PHRASES.md promises to the authors of lexicons. */
class PhrasesTest {
  @Test
  void standInEveryAdvertOfTheirCampaign() throws IOException {
    Map<String, Campaign> campaigns = new HashMap<>();
    Campaign.loadAll().forEach(campaign -> campaigns.put(campaign.name(), campaign));

    List<List<String>> missing = new ArrayList<>();
    for (List<String> row : rows()) {
      for (PlantedAdvert member : campaigns.get(row.get(0)).members()) {
        String text = member.content().title() + "\n" + member.content().body();
        if (!text.toLowerCase(Locale.ROOT).contains(row.get(2).toLowerCase(Locale.ROOT))) {
          missing.add(row);
        }
      }
    }
    assertThat(rows()).hasSizeGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  @Test
  void coverThreeIndicatorsOrMoreOfEachAlertingCampaign() throws IOException {
    Map<String, Set<String>> indicators = new HashMap<>();
    for (List<String> row : rows()) {
      indicators.computeIfAbsent(row.get(0), key -> new TreeSet<>()).add(row.get(1));
    }

    for (Campaign campaign : Campaign.loadAll()) {
      Set<String> named = indicators.getOrDefault(campaign.name(), Set.of());
      if (campaign.alerts()) {
        assertThat(named).as(campaign.name()).hasSizeGreaterThanOrEqualTo(3);
      } else {
        assertThat(named).as(campaign.name()).isEmpty();
      }
    }
  }

  private static List<List<String>> rows() throws IOException {
    Path file = Path.of(System.getProperty("vigie.root"), "world", "PHRASES.md");
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| campaign"))
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }
}
