package org.vigie.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.SharedData;
import org.vigie.files.digest.Sha256;

/** A collection against what the specification of WACZ demands, read back by its index alone. */
class ReplayArchiveTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void hasTheFilesFieldsAndHashesThatTheSpecificationDemands() throws Exception {
    Map<String, byte[]> files = files(collection());

    assertThat(files.keySet())
        .containsExactly(
            "archive/vigie.warc.gz",
            "indexes/index.cdx",
            "pages/pages.jsonl",
            "datapackage.json",
            "datapackage-digest.json");
    requireDataPackage(files);
    JsonNode description = JSON.readTree(files.get("datapackage.json"));
    assertThat(description.path("wacz_version").asText()).isEqualTo("1.1.1");
    JsonNode digest = JSON.readTree(files.get("datapackage-digest.json"));
    assertThat(digest.path("path").asText()).isEqualTo("datapackage.json");
    assertThat(digest.path("hash").asText()).isEqualTo(Sha256.of(files.get("datapackage.json")));
  }

  @Test
  void showsAPageByItsIndexAlone() throws Exception {
    Map<String, byte[]> files = files(collection());
    List<String> pages = text(files.get("pages/pages.jsonl")).lines().toList();
    assertThat(JSON.readTree(pages.getFirst()).path("format").asText()).isEqualTo("json-pages-1.0");
    JsonNode page = JSON.readTree(pages.getLast());
    assertThat(page.path("url").asText()).isEqualTo("https://example.org/jobs/7");
    assertThat(page.path("ts").asText()).isEqualTo(Adverts.NOON.toString());

    String line =
        text(files.get("indexes/index.cdx"))
            .lines()
            .filter(each -> each.startsWith("org,example)/jobs/7 20"))
            .findFirst()
            .orElseThrow();
    JsonNode place = JSON.readTree(line.substring(line.indexOf('{')));
    assertThat(place.path("mime").asText()).isEqualTo("text/html");
    assertThat(place.path("status").asText()).isEqualTo("200");
    assertThat(record(files, place)).contains("WARC-Type: response", "<p>seven");
  }

  @Test
  void isReadBackAsTheCollectionsOfOthersAre() throws Exception {
    for (String peer : List.of("iframetest.wacz", "replayweb_example.wacz")) {
      Map<String, byte[]> files = files(SharedData.input("wacz/" + peer));
      requireDataPackage(files);
      for (String line : text(files.get("indexes/index.cdx")).lines().toList()) {
        JsonNode place = JSON.readTree(line.substring(line.indexOf('{')));
        assertThat(record(files, place)).contains(place.path("url").asText());
      }
    }
  }

  private Path collection() throws IOException {
    Path captures = Files.createDirectories(folder.resolve("captures"));
    CapturedPage.in(captures);
    Path warc;
    try (Stream<Path> found = Files.list(captures)) {
      warc = found.filter(file -> file.toString().endsWith(".warc.gz")).findFirst().orElseThrow();
    }
    Path named = Files.move(warc, captures.resolve("vigie.warc.gz"));
    Path out = folder.resolve("pages.wacz");
    new ReplayArchive("Two pages", "Vigie test", Adverts.NOON).write(List.of(named), out);
    return out;
  }

  private static void requireDataPackage(Map<String, byte[]> files) throws IOException {
    JsonNode description = JSON.readTree(files.get("datapackage.json"));
    assertThat(description.path("profile").asText()).isEqualTo("data-package");
    TreeSet<String> listed = new TreeSet<>();
    for (JsonNode resource : description.path("resources")) {
      String path = resource.path("path").asText();
      listed.add(path);
      assertThat(path).endsWith("/" + resource.path("name").asText());
      assertThat(resource.path("bytes").asLong()).isEqualTo(files.get(path).length);
      assertThat(resource.path("hash").asText()).isEqualTo(Sha256.of(files.get(path)));
    }
    assertThat(listed).allMatch(path -> path.matches("(archive|indexes|pages)/.+"));
    assertThat(files.keySet()).filteredOn(name -> name.contains("/")).isSubsetOf(listed);
  }

  private static String record(Map<String, byte[]> files, JsonNode place) throws IOException {
    byte[] warc = files.get("archive/" + place.path("filename").asText());
    int from = place.path("offset").asInt();
    byte[] member = Arrays.copyOfRange(warc, from, from + place.path("length").asInt());
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(member))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static Map<String, byte[]> files(Path wacz) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(wacz.toFile())) {
      for (ZipEntry entry : new ArrayList<>(zip.stream().toList())) {
        if (entry.getName().startsWith("archive/")) {
          assertThat(entry.getMethod()).as(entry.getName()).isEqualTo(ZipEntry.STORED);
        }
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return files;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
