package org.vigie.page;

import java.util.regex.Pattern;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.StringConstantInstruction;

/**
 * Writes otherwise what the compiler's library of expressions can't read, so that it means the same
 * of what is asked about.
 */
public final class PhonePatterns implements ClassHolderTransformer {
  private static final String NUMBERS = "com.google.i18n.phonenumbers.PhoneNumberUtil";
  private static final String CODES = "org.vigie.classifier.entity.DialCodeBeside";

  private static final String INTERSECTION = "[[\\P{N}&&\\P{L}]&&[^#]]+$";

  /** No other digits and letters than these are ever asked about. */
  private static final String OF_ASCII = "[^0-9A-Za-z#]+$";

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (type.getName().equals(NUMBERS) || type.getName().equals(CODES)) {
      for (MethodHolder method : type.getMethods()) {
        if (method.getProgram() != null) {
          method
              .getProgram()
              .getBasicBlocks()
              .forEach(block -> block.forEach(PhonePatterns::transform));
        }
      }
    }
  }

  private static void transform(Instruction instruction) {
    if (instruction instanceof StringConstantInstruction text
        && text.getConstant().equals(INTERSECTION)) {
      text.setConstant(OF_ASCII);
    }
    // The compiler's word boundaries know all letters anyway, and a folded text has no other digits
    // than ASCII's.
    if (instruction instanceof IntegerConstantInstruction number
        && number.getConstant() == Pattern.UNICODE_CHARACTER_CLASS) {
      number.setConstant(0);
    }
  }
}
