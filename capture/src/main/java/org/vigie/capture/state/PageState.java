package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.capture.state.wire.AstroProps;
import org.vigie.capture.state.wire.FlightStream;
import org.vigie.capture.state.wire.NestedText;
import org.vigie.capture.state.wire.ScriptLiteral;
import org.vigie.capture.state.wire.WireForm;

/**
 * The data that a page's scripts carry: each value under the name that it is given to, such as
 * {@code __NEXT_DATA__}, {@code window.__NUXT__} or {@code ytInitialData}. No script is run.
 */
public final class PageState {
  /** Shorter values are settings. */
  private static final int MIN_CHARS = 40;

  /** Characters of scripts looked at in one page. */
  private static final int MAX_CHARS = 16 << 20;

  /** Values taken from one page. */
  private static final int MAX_VALUES = 400;

  /** Functions whose values are looked for: each may cost a look through its whole script. */
  private static final int MAX_CALLS = 40;

  /** A value is given to a name, or handed to one that takes data. */
  private static final Pattern GIVEN =
      Pattern.compile("([\\w$][\\w$.\\[\\]'\"]{0,80})\\s{0,3}=\\s{0,8}(?=[\\[{\"'(]|JSON\\.parse)");

  /** Embedded posts of Instagram hand their data on as a text within a call. */
  private static final Pattern HANDED = Pattern.compile("\"contextJSON\"\\s{0,3}:\\s{0,3}(?=\")");

  /** SvelteKit hands it on within a call that starts the page. */
  private static final Pattern STARTED = Pattern.compile("\\bdata\\s{0,3}:\\s{0,8}(?=\\[)");

  private static final Pattern ANGULAR = Pattern.compile("&([aqslg]);");

  /** As {@code escapeHtml} of Angular's transfer state writes them. */
  private static final Map<String, String> ANGULAR_SIGNS =
      Map.of("a", "&", "q", "\"", "s", "'", "l", "<", "g", ">");

  private static final String STREAM = "__next_f.push(";
  private static final String ROUTED = "streamController.enqueue(";
  private static final String SVELTEKIT = "__sveltekit_";

  private final Map<String, JsonNode> values = new LinkedHashMap<>();
  private final StringBuilder stream = new StringBuilder();
  private final StringBuilder routed = new StringBuilder();
  private int room = MAX_CHARS;
  private int calls = MAX_CALLS;

  private PageState() {}

  /** One script of a page: its {@code id}, its {@code type} and what stands in it. */
  public record Script(String id, String type, String data) {
    /** Type of what an island of Astro holds in an attribute. */
    public static final String ASTRO = "astro-island";
  }

  /** Returns what the scripts of a page carry. JSON-LD is left out: it has readers of its own. */
  public static PageState of(List<Script> scripts) {
    PageState state = new PageState();
    for (Script script : scripts) {
      if (!script.type().contains("ld+json") && script.data().length() >= MIN_CHARS) {
        state.add(script);
      }
    }
    state.addStream();
    return state;
  }

  /** Returns a state that is one answer. */
  public static PageState of(JsonNode answer) {
    PageState state = new PageState();
    state.values.put("", WireForm.plain(answer));
    return state;
  }

  /** Returns name → value, in page order. */
  public Map<String, JsonNode> values() {
    return java.util.Collections.unmodifiableMap(values);
  }

  /** Returns whether it is one answer, which has no name. */
  boolean isAnswer() {
    return values.size() == 1 && values.containsKey("");
  }

  /** Returns whether there is none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  private void add(Script script) {
    String data = script.data();
    if (data.length() > room) {
      return;
    }
    room -= data.length();
    String text = unescaped(data);
    if (script.type().equals(Script.ASTRO)) {
      put(script.id(), AstroProps.plain(ScriptLiteral.at(text, 0).value()));
    } else if (script.type().contains("json")) {
      String id = script.id().isEmpty() ? "script" : script.id();
      put(id, ScriptLiteral.at(text, 0).value());
    } else if (text.contains(STREAM)) {
      addStreamed(text);
    } else {
      addGiven(text);
      addRouted(text);
      addHanded("contextJSON", HANDED.matcher(text), text);
      if (text.contains(SVELTEKIT)) {
        addHanded(SVELTEKIT, STARTED.matcher(text), text);
      }
    }
  }

  private void addHanded(String name, Matcher handed, String script) {
    if (handed.find()) {
      put(name, ScriptLiteral.at(script, handed.end()).value());
    }
  }

  /**
   * Some templates hold JSON with its quotes escaped as in markup, and Angular did so until version
   * 16 in a form of its own.
   */
  private static String unescaped(String data) {
    if (data.startsWith("{&q;")) {
      return ANGULAR.matcher(data).replaceAll(sign -> ANGULAR_SIGNS.get(sign.group(1)));
    }
    boolean escaped =
        data.startsWith("{&quot;") || data.startsWith("{&#34;") || data.startsWith("&#34;");
    return escaped
        ? data.replace("&quot;", "\"").replace("&#34;", "\"").replace("&amp;", "&")
        : data;
  }

  private void addGiven(String script) {
    Matcher given = GIVEN.matcher(script);
    int from = 0;
    while (values.size() < MAX_VALUES && given.find(from)) {
      int start = given.end();
      if (script.charAt(start) == '(') {
        if (ScriptLiteral.isCall(script, start) && calls-- > 0) {
          put(given.group(1), ScriptLiteral.ofCall(script, start));
        }
        from = start + 1;
        continue;
      }
      ScriptLiteral.Read read = ScriptLiteral.at(script, start);
      put(given.group(1), read.value());
      from = read.isNone() ? start : read.end();
    }
  }

  private void addStreamed(String script) {
    for (int at = script.indexOf(STREAM); at >= 0; at = script.indexOf(STREAM, at + 1)) {
      JsonNode pushed = ScriptLiteral.at(script, at + STREAM.length()).value();
      if (pushed.path(0).asInt(-1) == 1) {
        stream.append(pushed.path(1).asText(""));
      }
    }
  }

  private void addStream() {
    FlightStream.rows(stream).forEach((id, value) -> put("__next_f " + id, value));
    int end = routed.indexOf("\n");
    if (!routed.isEmpty()) {
      put(
          ROUTED,
          ScriptLiteral.at(routed.substring(0, end < 0 ? routed.length() : end), 0).value());
    }
  }

  /** React Router streams its data in texts, too; what comes late stands on further lines. */
  private void addRouted(String script) {
    for (int at = script.indexOf(ROUTED); at >= 0; at = script.indexOf(ROUTED, at + 1)) {
      routed.append(ScriptLiteral.at(script, at + ROUTED.length()).value().asText(""));
    }
  }

  private void put(String name, JsonNode value) {
    if (values.size() >= MAX_VALUES) {
      return;
    }
    JsonNode data = value;
    if (value.isTextual()) {
      String text = value.asText();
      boolean json = text.length() >= MIN_CHARS && (text.startsWith("{") || text.startsWith("["));
      data = json ? ScriptLiteral.at(text, 0).value() : value;
    }
    if (data.isContainerNode() && !data.isEmpty()) {
      String free = values.containsKey(name) ? name + "'" + values.size() : name;
      values.put(free, WireForm.plain(NestedText.read(data)));
    }
  }

  /** Returns all objects in it, outer ones first, at most some number. */
  List<JsonNode> objects(int max) {
    List<JsonNode> objects = new ArrayList<>();
    values.values().forEach(value -> collect(value, objects, max));
    return objects;
  }

  private static void collect(JsonNode node, List<JsonNode> objects, int max) {
    if (objects.size() < max && node.isContainerNode()) {
      if (node.isObject()) {
        objects.add(node);
      }
      node.forEach(member -> collect(member, objects, max));
    }
  }
}
