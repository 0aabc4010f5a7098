package org.vigie.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.vigie.classifier.image.ImageOut;

/** What ICU knows of each character, as tables that the page reads. */
final class UnicodeTables {
  /** Above it stand letters that look like none of an alphabet that is read. */
  private static final int LAST_LOOK = 0x12000;

  private UnicodeTables() {}

  static void write(ImageOut out) {
    Normalizer2 fold = Normalizer2.getNFKCCasefoldInstance();
    SpoofChecker looks = new SpoofChecker.Builder().build();
    texts(out, Character.MAX_CODE_POINT + 1, c -> fold.normalize(Character.toString(c)));
    texts(out, LAST_LOOK, c -> looks.getSkeleton(Character.toString(c)));
    ranges(out, c -> fold.hasBoundaryBefore(c) ? 0 : 1);
    ranges(out, UCharacter::getCombiningClass);
    ranges(
        out, c -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT) ? 1 : 0);
    ranges(out, c -> Math.max(0, (int) UCharacter.getUnicodeNumericValue(c)));
  }

  /** Writes each character whose text is another one. */
  private static void texts(ImageOut out, int end, IntFunction<String> text) {
    List<Integer> characters = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int c = 0; c < end; c++) {
      if (Character.isDefined(c) && !Character.toString(c).equals(text.apply(c))) {
        characters.add(c);
        texts.add(text.apply(c));
      }
    }
    out.ints(characters.stream().mapToInt(Integer::intValue).toArray());
    out.texts(texts);
  }

  /** Writes from where on a value differs from that of the characters before, and the value. */
  private static void ranges(ImageOut out, IntUnaryOperator value) {
    List<Integer> from = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    int last = -1;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int now = value.applyAsInt(c);
      if (now != last) {
        from.add(c);
        values.add(now);
        last = now;
      }
    }
    out.ints(from.stream().mapToInt(Integer::intValue).toArray());
    out.ints(values.stream().mapToInt(Integer::intValue).toArray());
  }
}
