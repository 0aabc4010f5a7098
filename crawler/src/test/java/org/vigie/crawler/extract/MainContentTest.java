package org.vigie.crawler.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainContentTest {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");

  /** Mean word F1 against the labelled main content of the WCXB development pages. */
  @ParameterizedTest
  @CsvSource({"forum, 0.74", "listing, 0.71", "product, 0.63"})
  void findsTheLabelledTextOfRealPages(String type, double floor) throws Exception {
    Path folder = SharedPages.folder("html/extraction").resolve(type);
    double sum = 0;
    int pages = 0;
    for (Path file : SharedPages.files(folder, ".html.gz")) {
      String name = file.getFileName().toString().replace(".html.gz", ".json");
      JsonNode label = new JsonMapper().readTree(folder.resolve(name).toFile());
      String truth = label.path("ground_truth").path("main_content").asText("");
      if (!truth.isBlank()) {
        String url = label.path("url").asText();
        String html = CharsetSniffer.decode(SharedPages.read(file), "text/html");
        Page page = Page.parse(SharedPages.capture(url, "text/html"), html, false);
        double f1 = f1(words(MainContent.of(page.document())), words(truth));
        sum += f1;
        pages++;
      }
    }

    assertThat(sum / pages)
        .as("mean word F1 over %d %s pages", pages, type)
        .isGreaterThanOrEqualTo(floor);
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.merge(matcher.group(), 1, Integer::sum);
    }
    return words;
  }

  private static double f1(Map<String, Integer> found, Map<String, Integer> truth) {
    int common = 0;
    for (var entry : found.entrySet()) {
      common += Math.min(entry.getValue(), truth.getOrDefault(entry.getKey(), 0));
    }
    int total =
        found.values().stream().mapToInt(Integer::intValue).sum()
            + truth.values().stream().mapToInt(Integer::intValue).sum();
    return total == 0 ? 0 : 2.0 * common / total;
  }
}
