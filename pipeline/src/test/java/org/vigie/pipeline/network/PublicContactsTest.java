package org.vigie.pipeline.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.pipeline.SharedData;
import org.vigie.pipeline.TestRun;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;

/**
 * Public job adverts, which lie outside the repository, whose e-mail addresses and phones were
 * replaced by tokens: each token is written as a contact of its own, the same token as the same.
 */
class PublicContactsTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void linksTheAdvertsThatShareAnAddressOrAPhoneAndHardlyAnyOthers() throws Exception {
    List<JsonNode> adverts = adverts();
    Map<String, String> written = new LinkedHashMap<>();
    Map<String, Set<String>> tokens = new HashMap<>();
    StringBuilder lines = new StringBuilder();
    for (JsonNode advert : adverts) {
      String text = advert.get("text").asText();
      for (JsonNode token : advert.get("contacts")) {
        String name = token.asText();
        text =
            text.replace(
                name, " " + written.computeIfAbsent(name, n -> contact(n, written.size())) + " ");
        if (!name.startsWith("#URL")) {
          tokens.computeIfAbsent(advert.get("id").asText(), unused -> new TreeSet<>()).add(name);
        }
      }
      ObjectNode line = JSON.createObjectNode();
      line.put("id", advert.get("id").asText()).put("text", text).put("site", "example.org");
      lines.append(line).append('\n');
    }
    TestRun run = new TestRun(folder);
    run.accept("emscad.jsonl", lines.toString());
    run.run(2);

    Map<String, Set<String>> linking = linkingContacts(run);
    Set<List<String>> truth = pairs(tokens);
    Set<List<String>> found = pairs(linking);
    Set<List<String>> both = new HashSet<>(found);
    both.retainAll(truth);
    double precision = (double) both.size() / found.size();
    double recall = (double) both.size() / truth.size();
    System.out.printf(
        "measured: %d pairs share a token, %d are linked; precision %.4f, recall %.4f; %s%n",
        truth.size(), found.size(), precision, recall, networks(run));
    assertThat(truth).hasSizeGreaterThan(1_000);
    assertThat(precision).isGreaterThanOrEqualTo(0.98);
    assertThat(recall).isGreaterThanOrEqualTo(0.95);
  }

  private static String contact(String token, int number) {
    if (token.startsWith("#EMAIL")) {
      return "person-" + number + "@example.org";
    }
    return token.startsWith("#PHONE")
        ? String.format("+33 6 39 98 %02d %02d", number / 100, number % 100)
        : "https://example.org/page-" + number;
  }

  /** Returns the site's own id → contacts of it that join, as the index holds them. */
  private static Map<String, Set<String>> linkingContacts(TestRun run) throws Exception {
    Map<String, Set<String>> linking = new HashMap<>();
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      for (SearchResult.Hit hit : run.adverts(index)) {
        Set<String> keys = new TreeSet<>();
        for (Contact contact : hit.advert().contacts()) {
          if (contact.type() != ContactType.URL && index.findContactCut(contact.key()).isEmpty()) {
            keys.add(contact.key());
          }
        }
        for (String sourceId :
            index.findSighting(hit.advert().advert().id()).orElseThrow().sourceIds()) {
          linking.put(sourceId, keys);
        }
      }
    }
    return linking;
  }

  private static Set<List<String>> pairs(Map<String, Set<String>> contacts) {
    Map<String, Set<String>> adverts = new HashMap<>();
    contacts.forEach((id, keys) ->
        keys.forEach(key -> adverts.computeIfAbsent(key, unused -> new TreeSet<>()).add(id)));
    Set<List<String>> pairs = new HashSet<>();
    for (Set<String> ids : adverts.values()) {
      for (String one : ids) {
        for (String other : ids) {
          if (one.compareTo(other) < 0) {
            pairs.add(List.of(one, other));
          }
        }
      }
    }
    return pairs;
  }

  private static String networks(TestRun run) throws IOException {
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      List<Long> sizes = new ArrayList<>();
      index.networks(10_000).forEach(network -> sizes.add(network.adverts()));
      return sizes.size() + " networks, the largest of " + sizes.subList(0, 3) + " adverts";
    }
  }

  private static List<JsonNode> adverts() throws IOException {
    Path file = SharedData.folder("job-ads").resolve("emscad_dev.jsonl.gz");
    List<JsonNode> adverts = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        adverts.add(JSON.readTree(line));
      }
    }
    return adverts;
  }
}
