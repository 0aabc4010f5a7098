package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.SharedData;

/** Real job adverts, which lie outside the repository. */
class PublicAdvertsTest {
  private static final NearDuplicateConfig CONFIG = NearDuplicateConfig.defaults();

  /** Bodies with less in common are not the same job. */
  private static final double SAME_JOB = 0.25;

  /**
   * In these adverts an employer's profile and benefits are marked, so the body can be judged
   * without them.
   */
  @Test
  void linksAdvertsByTheirJobAndNotByTheirEmployersParagraphs() throws Exception {
    Map<String, String> texts = texts(adverts("emscad_dev"));
    TextClusters found = TextClusters.of(texts, CONFIG);

    long same =
        found.links().stream().filter(link -> bodySimilarity(texts, link) >= SAME_JOB).count();
    assertThat((double) same / found.links().size()).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void joinsHardlyAnyAdvertsOfDifferentGroups() throws Exception {
    List<JsonNode> adverts = adverts("emscad_dev");
    Map<String, String> groups = new LinkedHashMap<>();
    adverts.forEach(advert -> groups.put(advert.get("id").asText(), advert.get("group").asText()));

    Agreement agreement = Agreement.of(groups, TextClusters.of(texts(adverts), CONFIG).clusterOf());
    assertThat(agreement.precision()).isGreaterThanOrEqualTo(0.99);
  }

  /**
   * The one large cluster is a public scheme's: conditions and footer fill eight to nine tenths of
   * its adverts' 120 to 150 words. What else is linked is an employer's or an agency's, written
   * after one pattern, mostly word for word.
   */
  @Test
  void keepsUnrelatedClassifiedsApart() throws Exception {
    Map<String, String> texts = texts(adverts("classifieds_ie_dev"));
    TextClusters found = TextClusters.of(texts, CONFIG);

    List<Integer> sizes = found.sizes();
    assertThat(sizes.get(0)).isLessThanOrEqualTo(300);
    assertThat(sizes.get(1)).isLessThanOrEqualTo(45);
    Map<String, Long> sizeOf =
        found.clusterOf().values().stream()
            .collect(Collectors.groupingBy(cluster -> cluster, Collectors.counting()));
    List<Double> similarities =
        found.links().stream()
            .filter(link -> sizeOf.get(found.clusterOf().get(link.left())) < sizes.get(0))
            .map(link ->
                similarity(shingles(texts.get(link.left())), shingles(texts.get(link.right()))))
            .sorted()
            .toList();
    System.out.printf(
        "classifieds_ie_dev: least and median similarity of links %.2f, %.2f%n",
        similarities.getFirst(), similarities.get(similarities.size() / 2));
    assertThat(similarities).hasSizeGreaterThan(900);
    assertThat(similarities.getFirst()).isGreaterThanOrEqualTo(0.33);
    assertThat(similarities.get(similarities.size() / 2)).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void keepsUnrelatedSentencesApart() throws Exception {
    Map<String, String> sentences = new LinkedHashMap<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(SharedData.folder("langid"), "*.txt")) {
      for (Path file : files) {
        Files.readAllLines(file).stream()
            .distinct()
            .forEach(line -> sentences.put(Integer.toHexString(line.hashCode()), line));
      }
    }

    List<Integer> sizes = TextClusters.of(sentences, CONFIG).sizes();

    long joined = sizes.stream().filter(size -> size > 1).count();
    assertThat(sentences).hasSizeGreaterThan(15_000);
    assertThat(joined).isLessThanOrEqualTo(100);
  }

  private static double bodySimilarity(Map<String, String> texts, NearDuplicateLink link) {
    return similarity(body(texts.get(link.left())), body(texts.get(link.right())));
  }

  /** Jaccard's, of all shingles. */
  private static double similarity(Set<Long> left, Set<Long> right) {
    Set<Long> union = new HashSet<>(left);
    union.addAll(right);
    Set<Long> shared = new HashSet<>(left);
    shared.retainAll(right);
    return union.isEmpty() ? 0 : (double) shared.size() / union.size();
  }

  private static Set<Long> body(String text) {
    int from = Math.max(0, text.indexOf("; Job Description:"));
    int to = text.indexOf("; Benefits:", from);
    return shingles(text.substring(from, to < 0 ? text.length() : to));
  }

  private static Set<Long> shingles(String text) {
    return Arrays.stream(Shingles.of(Words.of(text), CONFIG.shingleSize()))
        .boxed()
        .collect(Collectors.toSet());
  }

  static Map<String, String> texts(List<JsonNode> adverts) {
    Map<String, String> texts = new LinkedHashMap<>();
    adverts.forEach(advert -> texts.put(advert.get("id").asText(), advert.get("text").asText()));
    return texts;
  }

  static List<JsonNode> adverts(String name) throws IOException {
    Path file = SharedData.folder("job-ads").resolve(name + ".jsonl.gz");
    List<JsonNode> adverts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      JsonMapper json = new JsonMapper();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        adverts.add(json.readTree(line));
      }
    }
    return adverts;
  }
}
