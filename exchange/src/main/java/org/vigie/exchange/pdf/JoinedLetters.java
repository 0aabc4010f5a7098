package org.vigie.exchange.pdf;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;

/**
 * Arabic letters in the shapes that their neighbours give them (Unicode, section 9.2), of Persian,
 * Urdu and others too. ICU's own shaping knows those of the Arabic language alone.
 *
 * <p>The shapes are the presentation forms that Unicode has. A letter without any, such as the
 * Kurdish lam with a small v, stands unjoined.
 */
final class JoinedLetters {
  /** Letter or letters → shape → presentation form. */
  private static final Map<String, Map<Integer, Character>> FORMS = forms();

  private final EmbeddedFont font;

  JoinedLetters(EmbeddedFont font) {
    this.font = font;
  }

  /**
   * What a place in a text looks like.
   *
   * @param shown the letter in its shape
   * @param length how many characters of the text it stands for
   */
  record Shape(String shown, int length) {}

  /** Arabic Presentation Forms A and B hold them all. */
  private static Map<String, Map<Integer, Character>> forms() {
    Map<String, Map<Integer, Character>> forms = new HashMap<>();
    for (int[] block : new int[][] {{0xFB50, 0xFDFF}, {0xFE70, 0xFEFF}}) {
      for (int form = block[0]; form <= block[1]; form++) {
        String of = Normalizer2.getNFKDInstance().getRawDecomposition(form);
        if (of != null) {
          int shape = UCharacter.getIntPropertyValue(form, UProperty.DECOMPOSITION_TYPE);
          forms.computeIfAbsent(of, letters -> new HashMap<>()).put(shape, (char) form);
        }
      }
    }
    return forms;
  }

  /** Returns what the place at an index looks like. */
  Shape at(String text, int index) {
    int next = index + 1;
    if (next < text.length() && isLamAlef(text, index)) {
      Shape two = shape(text, index, next + 1);
      if (two.length() == 2) {
        return two;
      }
    }
    int length = Character.charCount(text.codePointAt(index));
    return length == 1 ? shape(text, index, next) : unchanged(text, index);
  }

  /** The only letters that must be drawn as one. */
  private static boolean isLamAlef(String text, int index) {
    return text.charAt(index) == '\u0644'
        && "\u0622\u0623\u0625\u0627".indexOf(text.charAt(index + 1)) >= 0;
  }

  private Shape shape(String text, int from, int to) {
    Map<Integer, Character> forms = FORMS.get(text.substring(from, to));
    if (forms == null) {
      return unchanged(text, from);
    }
    boolean before = joinsOn(type(text, before(text, from))) && joinsBack(type(text, from));
    boolean after = joinsOn(type(text, to - 1)) && joinsBack(type(text, after(text, to)));
    int shape =
        before
            ? after ? DecompositionType.MEDIAL : DecompositionType.FINAL
            : after ? DecompositionType.INITIAL : DecompositionType.ISOLATED;
    Character form = forms.get(shape);
    return form != null && font.shows(form)
        ? new Shape(Character.toString(form), to - from)
        : unchanged(text, from);
  }

  private static Shape unchanged(String text, int index) {
    String same = Character.toString(text.codePointAt(index));
    return new Shape(same, same.length());
  }

  /** Vowel signs stand between letters and part none. */
  private static int before(String text, int index) {
    int at = index - 1;
    while (at >= 0 && type(text, at) == JoiningType.TRANSPARENT) {
      at--;
    }
    return at;
  }

  private static int after(String text, int index) {
    int at = index;
    while (at < text.length() && type(text, at) == JoiningType.TRANSPARENT) {
      at++;
    }
    return at;
  }

  private static int type(String text, int index) {
    return index < 0 || index >= text.length()
        ? JoiningType.NON_JOINING
        : UCharacter.getIntPropertyValue(text.charAt(index), UProperty.JOINING_TYPE);
  }

  private static boolean joinsOn(int type) {
    return type == JoiningType.DUAL_JOINING
        || type == JoiningType.LEFT_JOINING
        || type == JoiningType.JOIN_CAUSING;
  }

  private static boolean joinsBack(int type) {
    return type == JoiningType.DUAL_JOINING
        || type == JoiningType.RIGHT_JOINING
        || type == JoiningType.JOIN_CAUSING;
  }
}
