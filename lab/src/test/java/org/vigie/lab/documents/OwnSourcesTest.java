package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody writes in the program, since somebody else's words would come into it. */
class OwnSourcesTest {
  /** Made of a text that is no literal, nor quoted; a constant is written in capitals. */
  private static final Pattern PATTERN_OF_A_VARIABLE =
      Pattern.compile("Pattern\\.compile\\(\\s*(?!Pattern\\.quote)[a-z]");

  private static final Pattern FORMAT_OF_A_VARIABLE =
      Pattern.compile(
          "String\\.format\\(\\s*(?:Locale\\.\\w+,\\s*)?(?!language)[a-z]\\w*[,)]"
              + "|\\b[a-z]\\w*\\.formatted\\(|\\.printf\\(\\s*[a-z]");

  /** Keys that a page's text could name, in an object that inherits from others. */
  private static final Pattern INHERITED =
      Pattern.compile("__proto__|\\bObject\\.assign\\(|\\b\\w+\\[[^\\]'\"0-9]+\\]\\s*=[^=]");

  private static final Pattern RUN_IN_A_PAGE =
      Pattern.compile("\\beval\\(|new Function\\(|set(?:Timeout|Interval)\\(\\s*['\"`]");

  private static final Pattern RUN_IN_JAVA =
      Pattern.compile("ScriptEngine|ExpressionParser|GroovyShell|ObjectInputStream");

  @Test
  void noPatternIsMadeOfWhatSomebodyWrote() throws Exception {
    assertThat(found(OwnSource.shipped(), PATTERN_OF_A_VARIABLE))
        .as("what the demo looks for in its own output")
        .containsExactly("DemoAgency");
  }

  @Test
  void noFormatIsMadeOfWhatSomebodyWrote() throws Exception {
    assertThat(found(OwnSource.shipped(), FORMAT_OF_A_VARIABLE))
        .as("sentences of our own, in the language of a report")
        .containsExactlyInAnyOrder("ReportWords", "ShownText");
  }

  @Test
  void noScriptSetsAKeyThatThePageNames() throws Exception {
    assertThat(OwnSource.scripts()).hasSizeGreaterThan(4);
    assertThat(found(OwnSource.scripts(), INHERITED))
        .as("names of its own files, in the page that runs from a file")
        .containsExactly("page");
  }

  @Test
  void noTextIsRunAsCode() throws Exception {
    assertThat(found(OwnSource.shipped(), RUN_IN_JAVA)).isEmpty();
    assertThat(found(OwnSource.scripts(), RUN_IN_A_PAGE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pattern.compile(typed)",
        "String.format(Locale.ROOT, typed, 1)",
        "typed.formatted(1)",
        "counts[name] = 1",
        "eval(typed)",
        "new ObjectInputStream(in)"
      })
  void eachOfTheseWouldBeTold(String source) {
    OwnSource bad = new OwnSource("Bad", source);
    assertThat(
            List.of(
                PATTERN_OF_A_VARIABLE, FORMAT_OF_A_VARIABLE, INHERITED, RUN_IN_A_PAGE, RUN_IN_JAVA))
        .anyMatch(bad::has);
  }

  private static List<String> found(List<OwnSource> sources, Pattern pattern) {
    List<String> names = new ArrayList<>();
    sources.stream().filter(source -> source.has(pattern)).forEach(one -> names.add(one.name()));
    return names;
  }
}
