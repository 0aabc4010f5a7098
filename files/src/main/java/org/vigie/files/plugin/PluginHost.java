package org.vigie.files.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Capture;
import org.vigie.advert.plugin.ChannelPlugin;
import org.vigie.advert.plugin.EnricherPlugin;
import org.vigie.advert.plugin.ExporterPlugin;
import org.vigie.advert.plugin.Plugin;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.advert.plugin.ReaderPlugin;
import org.vigie.advert.plugin.TranslatorPlugin;

/**
 * The process in which the plug-ins of one jar run: it answers questions of its standard input,
 * line by line. What a plug-in itself prints goes to standard error.
 */
public final class PluginHost {
  private final List<Plugin> plugins;
  private final String chosen;
  private final PrintStream out;

  private PluginHost(List<Plugin> plugins, String chosen, PrintStream out) {
    this.plugins = plugins;
    this.chosen = chosen;
    this.out = out;
  }

  /** Takes the jar, its hash and the name of the plug-in that is asked. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    InputStream in = System.in;
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    try {
      List<Plugin> plugins =
          PluginJar.load(Path.of(args[0]), args[1], Path.of("").toAbsolutePath());
      new PluginHost(plugins, args.length > 2 ? args[2] : "", out).answer(new Questions(in));
    } catch (IOException | InterruptedException | ServiceConfigurationError | LinkageError e) {
      e.printStackTrace();
      System.exit(3);
    }
    System.exit(0); // whatever threads a plug-in started
  }

  private void answer(Questions questions) throws IOException, InterruptedException {
    for (Optional<String> line = questions.next(); line.isPresent(); line = questions.next()) {
      JsonNode question = PluginJson.read(line.get());
      ObjectNode answer;
      try {
        answer = answer(question);
      } catch (Exception | LinkageError | StackOverflowError e) {
        e.printStackTrace();
        answer = PluginJson.object().put("error", e.getClass().getSimpleName());
      }
      answer.put("done", question.path("id").asLong());
      say(answer);
    }
  }

  private void say(ObjectNode line) {
    out.print(line + "\n");
    out.flush();
  }

  private ObjectNode answer(JsonNode question) throws Exception {
    String asked = question.path("do").asText();
    if (asked.equals("describe")) {
      return described();
    }
    Plugin plugin =
        plugins.stream()
            .filter(known -> known.name().equals(chosen))
            .findFirst()
            .orElseThrow(() -> new IOException("the jar has no such plug-in"));
    return switch (plugin) {
      case ReaderPlugin reader -> read(reader, question);
      case ChannelPlugin channel -> page(channel, question);
      case EnricherPlugin enricher -> enrich(enricher, question);
      case ExporterPlugin exporter -> export(exporter, asked, question);
      case TranslatorPlugin translator ->
          PluginJson.object()
              .put(
                  "text",
                  translator.translate(
                      question.path("text").asText(),
                      question.path("from").asText(),
                      question.path("to").asText()));
    };
  }

  private ObjectNode described() {
    ObjectNode answer = PluginJson.object();
    ArrayNode all = answer.putArray("plugins");
    for (Plugin plugin : plugins) {
      ObjectNode one = all.addObject().put("name", plugin.name());
      one.put("kind", PluginKind.of(plugin).label());
      ArrayNode claims = one.putArray("claims");
      if (plugin instanceof ReaderPlugin reader) {
        reader.endings().forEach(claims::add);
      } else if (plugin instanceof ChannelPlugin channel) {
        channel.hosts().forEach(claims::add);
      }
    }
    return answer;
  }

  private ObjectNode read(ReaderPlugin reader, JsonNode question) throws IOException {
    String file = question.path("file").asText();
    try (InputStream in =
        file.isEmpty() ? InputStream.nullInputStream() : Files.newInputStream(Path.of(file))) {
      reader.read(
          question.path("name").asText(),
          in,
          advert -> say(PluginJson.object().set("advert", PluginJson.of(advert))));
    }
    return PluginJson.object();
  }

  private static ObjectNode page(ChannelPlugin channel, JsonNode question) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    question
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    Capture page =
        new Capture(
            question.path("url").asText(),
            Instant.parse(question.path("at").asText()),
            question.path("status").asInt(),
            headers,
            "",
            "",
            0,
            "");
    byte[] body = Base64.getDecoder().decode(question.path("body").asText());
    ObjectNode answer = PluginJson.object();
    ArrayNode adverts = answer.putArray("adverts");
    for (Advert advert : channel.read(page, body)) {
      adverts.add(PluginJson.of(advert));
    }
    return answer;
  }

  private static ObjectNode enrich(EnricherPlugin enricher, JsonNode question) throws IOException {
    Advert advert = PluginJson.advert(question.path("advert"), Instant.EPOCH);
    ObjectNode answer = PluginJson.object();
    ObjectNode fields = answer.putObject("fields");
    enricher.fields(advert).forEach(fields::put);
    return answer;
  }

  private static ObjectNode export(ExporterPlugin exporter, String asked, JsonNode question)
      throws IOException {
    String text =
        switch (asked) {
          case "start" -> exporter.start();
          case "end" -> exporter.end();
          default -> exporter.advert(PluginJson.as(question.path("advert"), AssessedAdvert.class));
        };
    return PluginJson.object().put("text", text);
  }
}
