package org.vigie.capture.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.capture.extract.Answer;
import org.vigie.capture.extract.SharedPages;

/**
 * Compares what is read from the extruct samples with the extraction expected beside each,
 * statement by statement: a statement is the path of properties to one text. Samples whose expected
 * file is of another shape (flat lists, RDFa, microformats, Dublin Core) are left out.
 */
class StructuredDataTest {
  private static final String BASE = "https://example.org/a/b";

  @Test
  void readsTheJsonLdThatIsExpected() throws Exception {
    Share share = new Share();
    for (Path file : samples(".jsonld")) {
      JsonNode expected = new JsonMapper().readTree(file.toFile());
      // Two samples wrap the list in an object.
      JsonNode values = expected.path("items").isArray() ? expected.path("items") : expected;
      share.compare(file, values, false);
    }
    for (String name : List.of("elysianfields", "elysianfields_1", "tovestyrke")) {
      Path file = SharedPages.folder("html/structured-data/songkick").resolve(name + ".json");
      share.compare(file, new JsonMapper().readTree(file.toFile()).path("json-ld"), false);
    }

    assertThat(share.files).isGreaterThanOrEqualTo(14);
    assertThat(share.of()).as(share.toString()).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void readsTheMicrodataThatIsExpected() throws Exception {
    Share share = new Share();
    for (Path file : samples(".json")) {
      JsonNode expected = new JsonMapper().readTree(file.toFile());
      if (file.toString().matches(".*/(w3c|schema.org|websites)/.*") && expected.isArray()) {
        share.compare(file, expected, true);
      }
    }

    assertThat(share.files).isGreaterThanOrEqualTo(20);
    assertThat(share.of()).as(share.toString()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void readsTheOpenGraphThatIsExpected() throws Exception {
    int found = 0;
    int all = 0;
    for (Path file : samples(".json")) {
      if (file.getFileName().toString().startsWith("opengraph_")) {
        OpenGraph read = new OpenGraph(page(file));
        List<String> seen = new ArrayList<>();
        for (JsonNode pair : new JsonMapper().readTree(file.toFile()).path(0).path("properties")) {
          String name = pair.path(0).asText();
          if (!seen.contains(name)) { // of repeated ones, the first is kept
            seen.add(name);
            all++;
            found += read.get(name).equals(pair.path(1).asText().strip()) ? 1 : 0;
          }
        }
      }
    }

    assertThat(all).isGreaterThan(10);
    assertThat(found).isEqualTo(all);
  }

  private static List<Path> samples(String ending) throws Exception {
    List<Path> samples = new ArrayList<>();
    for (Path file : SharedPages.files(SharedPages.folder("html/structured-data"), ending)) {
      if (Files.exists(html(file))) {
        samples.add(file);
      }
    }
    return samples;
  }

  private static Path html(Path file) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".html");
  }

  private static Page page(Path file) throws Exception {
    return Answer.of(BASE, "text/html", Files.readAllBytes(html(file))).payload().page();
  }

  /** How many of the expected statements were found. */
  private static final class Share {
    private int files;
    private int expected;
    private int found;
    private final List<String> missing = new ArrayList<>();

    void compare(Path file, JsonNode values, boolean microdata) throws Exception {
      Payload payload = Answer.of(BASE, "text/html", Files.readAllBytes(html(file))).payload();
      List<String> read = new ArrayList<>();
      for (Item item : microdata ? payload.microdata() : payload.jsonLd()) {
        statements("", item, read);
      }
      List<String> wanted = new ArrayList<>();
      for (JsonNode value : values) {
        expected("", value, microdata, wanted);
      }
      files++;
      expected += wanted.size();
      for (String statement : wanted) {
        if (read.remove(statement)) {
          found++;
        } else {
          missing.add(html(file).getFileName() + " " + statement);
        }
      }
    }

    double of() {
      return (double) found / expected;
    }

    @Override
    public String toString() {
      return found
          + " of "
          + expected
          + " statements in "
          + files
          + " files; first missing: "
          + missing.stream().limit(25).toList();
    }

    private static void statements(String path, Item item, List<String> out) {
      item.types().forEach(type -> out.add(path + "@type " + type));
      item.properties()
          .forEach((name, values) -> {
            for (Object value : values) {
              if (value instanceof Item nested) {
                statements(path + name + "/", nested, out);
              } else if (!name.startsWith("@")) {
                out.add(path + name + " " + normal((String) value));
              }
            }
          });
    }

    private static void expected(String path, JsonNode node, boolean microdata, List<String> out) {
      JsonNode types = microdata ? node.path("type") : node.path("@type");
      for (JsonNode type : types.isArray() ? types : List.of(types)) {
        if (type.isTextual()) {
          String name = type.textValue();
          int cut = Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'));
          out.add(path + "@type " + name.substring(cut + 1).toLowerCase(Locale.ROOT));
        }
      }
      for (var property : (microdata ? node.path("properties") : node).properties()) {
        if (!property.getKey().startsWith("@")) {
          JsonNode values = property.getValue();
          for (JsonNode value : values.isArray() ? values : List.of(values)) {
            if (value.isObject()) {
              expected(path + property.getKey() + "/", value, microdata, out);
            } else if (!value.isNull()) {
              out.add(path + property.getKey() + " " + normal(value.asText()));
            }
          }
        }
      }
    }

    /** Spaces and the resolution of addresses are matters of taste. */
    private static String normal(String text) {
      String plain = text.replaceAll("[\\s\\p{Cntrl}\u00a0]+", " ").strip();
      String path = plain.replace("https://example.org/a/", "").replace("https://example.org", "");
      if (path.startsWith("http") && path.endsWith("/")) {
        path = path.substring(0, path.length() - 1);
      }
      return path;
    }
  }
}
