package org.vigie.lab.verify.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.MispGalaxy;
import org.vigie.classifier.Taxonomy;

/** The two schemas in the document of MISP's format of galaxies. */
final class GalaxyAuthority implements Authority {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path models;

  /**
   * @param models folder that holds the taxonomy
   */
  GalaxyAuthority(Path models) {
    this.models = models;
  }

  @Override
  public String name() {
    return "galaxy values";
  }

  @Override
  public String folder() {
    return "misp/misp-rfc";
  }

  @Override
  public Judgement judge(Path schemas, InventedLeads leads, Path work) throws Exception {
    String format = Files.readString(schemas.resolve("misp-galaxy-format.md"));
    MispGalaxy ours = MispGalaxy.of(Taxonomy.load(models));
    JsonNode galaxy = JSON.readTree(ours.galaxy());
    JsonNode clusters = JSON.readTree(ours.clusters());
    AuthoritySchema galaxies = schema(format, "Validator for misp-galaxies - Galaxies");
    AuthoritySchema values = schema(format, "Validator for misp-galaxies - Clusters");
    List<String> problems = new ArrayList<>(galaxies.problems(galaxy));
    problems.addAll(values.problems(clusters));
    JsonNode nameless = ((ObjectNode) galaxy.deepCopy()).without("uuid");
    JsonNode oneAuthor = ((ObjectNode) clusters.deepCopy()).put("authors", "one");
    return new Judgement(
        clusters.path("values").size(),
        problems,
        !galaxies.problems(nameless).isEmpty() && !values.problems(oneAuthor).isEmpty());
  }

  /**
   * The document of the format has its schemas in it. They name no draft, write {@code id} as the
   * fourth does, and lack quotation marks at the ends of two lines.
   */
  private static AuthoritySchema schema(String format, String title) {
    int start = format.lastIndexOf("~~~~\n", format.indexOf(title)) + "~~~~\n".length();
    String text = format.substring(start, format.indexOf("~~~~", start));
    return AuthoritySchema.draft4(
        text.replaceAll("(: \"string|\"category)\n", "$1\"\n")
            .replace("json-schema.org/schema#", "json-schema.org/draft-04/schema#"));
  }
}
