package org.vigie.lab.verify.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vigie.files.digest.Sha256;

/**
 * What the text of WACZ 1.1.1 demands of a collection: its description, hashes, pages and an index
 * by which each record is found. The description must also be a data package, to that
 * specification's own profile.
 */
final class WaczAuthority implements Authority {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DESCRIPTION = "datapackage.json";
  private static final String DIGEST = "datapackage-digest.json";
  private static final String PAGES = "pages/pages.jsonl";
  private static final String ARCHIVE = "archive/";

  @Override
  public String name() {
    return "WACZ records";
  }

  @Override
  public String folder() {
    return "wacz";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    Path collection = new InventedPackage(work).write(leads).resolve("data/captures/pages.wacz");
    Map<String, byte[]> files = files(collection);
    Rules rules = Rules.of(schemas);
    List<String> problems = new ArrayList<>(rules.problems(files));
    List<JsonNode> places = places(files);
    for (JsonNode place : places) {
      if (!record(files, place).contains(place.path("url").asText())) {
        problems.add("a line of the index leads to no record of its page");
      }
    }
    return new Judgement(places.size(), problems, refuses(rules, files));
  }

  private static boolean refuses(Rules rules, Map<String, byte[]> files) throws IOException {
    Map<String, byte[]> changed = new LinkedHashMap<>(files);
    changed.put(PAGES, (text(files, PAGES) + " ").getBytes(UTF_8));
    ObjectNode nameless = (ObjectNode) JSON.readTree(bytes(files, DESCRIPTION));
    nameless.remove("wacz_version");
    Map<String, byte[]> versionless = new LinkedHashMap<>(files);
    versionless.put(DESCRIPTION, nameless.toString().getBytes(UTF_8));
    Map<String, byte[]> added = new LinkedHashMap<>(files);
    added.put(ARCHIVE + "more.warc.gz", new byte[1]);
    return !rules.problems(changed).isEmpty()
        && !rules.problems(versionless).isEmpty()
        && !rules.problems(added).isEmpty();
  }

  /** What the files of a collection must be. */
  private record Rules(
      AuthoritySchema description,
      AuthoritySchema dataPackage,
      AuthoritySchema digest,
      AuthoritySchema page) {
    static Rules of(Path schemas) throws IOException {
      Path profile = schemas.resolveSibling("datapackage/1.0/datapackage.json");
      return new Rules(
          derived(schemas, "wacz-datapackage"),
          schema(profile, SpecificationVersion.DRAFT_7),
          derived(schemas, "wacz-datapackage-digest"),
          derived(schemas, "wacz-page"));
    }

    private static AuthoritySchema derived(Path schemas, String name) throws IOException {
      Path file = schemas.resolve(name + ".derived.schema.json");
      return schema(file, SpecificationVersion.DRAFT_2020_12);
    }

    private static AuthoritySchema schema(Path file, SpecificationVersion draft)
        throws IOException {
      String text = Files.readString(file);
      return new AuthoritySchema(SchemaRegistry.withDefaultDialect(draft).getSchema(text));
    }

    List<String> problems(Map<String, byte[]> files) throws IOException {
      List<String> problems = new ArrayList<>();
      JsonNode described = JSON.readTree(bytes(files, DESCRIPTION));
      problems.addAll(description.problems(described));
      problems.addAll(dataPackage.problems(described));
      JsonNode hash = JSON.readTree(bytes(files, DIGEST));
      problems.addAll(digest.problems(hash));
      if (!hash.path("hash").asText().equals(Sha256.of(bytes(files, DESCRIPTION)))) {
        problems.add("the hash of the description is another");
      }
      for (String line : text(files, PAGES).lines().skip(1).toList()) {
        problems.addAll(page.problems(JSON.readTree(line)));
      }
      problems.addAll(listed(described, files));
      return problems;
    }

    private static List<String> listed(JsonNode described, Map<String, byte[]> files) {
      List<String> problems = new ArrayList<>();
      TreeSet<String> unlisted = new TreeSet<>(files.keySet());
      unlisted.removeAll(List.of(DESCRIPTION, DIGEST));
      for (JsonNode resource : described.path("resources")) {
        String path = resource.path("path").asText();
        byte[] bytes = files.get(path);
        if (bytes == null
            || bytes.length != resource.path("bytes").asLong()
            || !Sha256.of(bytes).equals(resource.path("hash").asText())) {
          problems.add("isn't as the description says: " + path);
        }
        unlisted.remove(path);
      }
      unlisted.forEach(path -> problems.add("the description doesn't list " + path));
      return problems;
    }
  }

  private static List<JsonNode> places(Map<String, byte[]> files) throws IOException {
    List<JsonNode> places = new ArrayList<>();
    for (String line : text(files, "indexes/index.cdx").lines().toList()) {
      places.add(JSON.readTree(line.substring(line.indexOf('{'))));
    }
    return places;
  }

  private static String record(Map<String, byte[]> files, JsonNode place) throws IOException {
    byte[] warc = bytes(files, ARCHIVE + place.path("filename").asText());
    int from = place.path("offset").asInt();
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(warc, from, place.path("length").asInt()))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String text(Map<String, byte[]> files, String name) throws IOException {
    return new String(bytes(files, name), UTF_8);
  }

  private static byte[] bytes(Map<String, byte[]> files, String name) throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IOException("a collection must hold " + name + ", but doesn't");
    }
    return bytes;
  }

  private static Map<String, byte[]> files(Path collection) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(collection.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return files;
  }
}
