package org.vigie.lab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The design's rule of who may see whom, as an ArchUnit rule. */
final class ModuleArrows {
  /**
   * No arrow sideways or upward, and no third-party family but those of {@link Module}: what a
   * module isn't allowed by name it may not see.
   */
  static final ArchRule ARROWS =
      classes()
          .that()
          .resideInAPackage("org.vigie..")
          .should(seeOnlyWhatTheirModuleMay())
          .because(
              "CONTRIBUTING.md says who may see whom, and Module which libraries a room may use");

  private ModuleArrows() {}

  private static ArchCondition<JavaClass> seeOnlyWhatTheirModuleMay() {
    return new ArchCondition<>("see only what their module may see") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Module module =
            Module.of(type)
                .orElseThrow(
                    () -> new IllegalStateException(type.getName() + " must belong to a module"));
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          if (!module.maySee(dependency.getTargetClass())) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
