import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes what a release was made of: a statement of in-toto (v1) whose predicate is SLSA's provenance (v1).
 * deploy/dist/attest calls it. It says nothing of the time or the machine, so the same sources give the same bytes.
 *
 * <p>{@code Provenance.java FOLDER NAME VERSION COMMIT clean|modified JDK [JAR ...]}: the folder of the release, which
 * holds the bill of materials {@code NAME.cdx.json}; the commit, or {@code unknown}; and jars that the bill doesn't name.
 */
final class Provenance {
  private static final String MAVEN_OF_OURS = "pkg:maven/org.vigie/";

  private final Path folder;
  private final String name;
  private final String version;

  private Provenance(Path folder, String name, String version) {
    this.folder = folder;
    this.name = name;
    this.version = version;
  }

  public static void main(String[] words) throws Exception {
    Provenance provenance = new Provenance(Path.of(words[0]), words[1], words[2]);
    ObjectNode statement =
        provenance.statement(
            words[3], words[4].equals("modified"), words[5], List.of(words).subList(6, words.length));
    System.out.println(
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(statement));
  }

  private ObjectNode statement(String commit, boolean modified, String jdk, List<String> jars)
      throws Exception {
    ObjectNode statement = object();
    statement.put("_type", "https://in-toto.io/Statement/v1");
    statement.set("subject", subjects());
    statement.put("predicateType", "https://slsa.dev/provenance/v1");
    ObjectNode predicate = statement.putObject("predicate");
    ObjectNode definition = predicate.putObject("buildDefinition");
    definition.put("buildType", "urn:vigie:dist:1");
    definition.putObject("externalParameters").put("version", version).put("commit", commit);
    definition.putObject("internalParameters").put("jdk", jdk).put("modified", modified);
    definition.set("resolvedDependencies", dependencies(commit, jars));
    predicate.putObject("runDetails").putObject("builder").put("id", "urn:vigie:deploy/dist/make");
    return statement;
  }

  private ArrayNode subjects() throws Exception {
    ArrayNode subjects = JsonNodeFactory.instance.arrayNode();
    List<String> files =
        List.of(
            name + ".tar.gz",
            "vigie-encoder-%s.tar.gz".formatted(version),
            "vigie_%s_all.deb".formatted(version),
            name + ".cdx.json");
    for (String file : files) {
      subjects.add(file(folder.resolve(file)));
    }
    return subjects;
  }

  /** The source, then each library of the bill of materials, then what it doesn't name. */
  private ArrayNode dependencies(String commit, List<String> jars) throws Exception {
    ArrayNode dependencies = JsonNodeFactory.instance.arrayNode();
    if (!commit.equals("unknown")) {
      ObjectNode source = object().put("name", "vigie").put("uri", "urn:vigie:source");
      source.putObject("digest").put("gitCommit", commit);
      dependencies.add(source);
    }
    JsonNode bill = new ObjectMapper().readTree(folder.resolve(name + ".cdx.json").toFile());
    for (JsonNode component : bill.path("components")) {
      String uri = component.path("purl").asText();
      if (!uri.startsWith(MAVEN_OF_OURS)) {
        dependencies.add(library(uri, component));
      }
    }
    for (String jar : jars) {
      dependencies.add(file(Path.of(jar)));
    }
    return dependencies;
  }

  private static ObjectNode library(String uri, JsonNode component) throws IOException {
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        ObjectNode library = object().put("uri", uri);
        library.putObject("digest").put("sha256", hash.path("content").asText());
        return library;
      }
    }
    throw new IOException("the bill of materials must have a SHA-256 of " + uri + ", but hasn't");
  }

  private static ObjectNode file(Path file) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), sha)) {
      bytes.transferTo(java.io.OutputStream.nullOutputStream());
    }
    ObjectNode node = object().put("name", file.getFileName().toString());
    node.putObject("digest").put("sha256", HexFormat.of().formatHex(sha.digest()));
    return node;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
