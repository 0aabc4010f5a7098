package org.vigie.page;

import java.util.Set;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/** Lets {@link Blanks} answer what the compiler's library has otherwise than Java. */
public final class BlankCalls implements ClassHolderTransformer {
  private static final Set<String> NAMES =
      Set.of("isBlank", "strip", "stripLeading", "stripTrailing");

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    for (MethodHolder method : type.getMethods()) {
      if (method.getProgram() != null) {
        method.getProgram().getBasicBlocks().forEach(block -> block.forEach(BlankCalls::transform));
      }
    }
  }

  private static void transform(Instruction instruction) {
    if (instruction instanceof InvokeInstruction call
        && call.getMethod().getClassName().equals("java.lang.String")
        && NAMES.contains(call.getMethod().getName())) {
      call.setMethod(
          new MethodReference(
              Blanks.class.getName(),
              call.getMethod().getName(),
              ValueType.object("java.lang.String"),
              call.getMethod().getReturnType()));
      call.setType(InvocationType.SPECIAL);
      call.setArguments(call.getInstance());
      call.setInstance(null);
    }
  }
}
