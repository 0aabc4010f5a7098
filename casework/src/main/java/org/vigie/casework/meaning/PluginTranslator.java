package org.vigie.casework.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.vigie.advert.plugin.TranslatorPlugin;
import org.vigie.files.plugin.PluginJson;
import org.vigie.files.plugin.PluginProcess;
import org.vigie.files.plugin.PluginSpec;

/** A translator among the plug-ins, in its process, which stays for the next text. */
final class PluginTranslator implements TranslatorPlugin {
  private final PluginProcess process;

  PluginTranslator(PluginSpec spec) {
    process = new PluginProcess(spec);
    Runtime.getRuntime().addShutdownHook(new Thread(process::close));
  }

  @Override
  public String name() {
    return process.spec().name();
  }

  @Override
  public String translate(String text, String from, String to) throws IOException {
    JsonNode said =
        process
            .ask(
                PluginJson.object()
                    .put("do", "translate")
                    .put("text", text)
                    .put("from", from)
                    .put("to", to))
            .path("text");
    if (!said.isTextual()) {
      throw process.malformed("must give a text, but didn't");
    }
    return said.asText();
  }
}
