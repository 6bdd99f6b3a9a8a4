// Plans a stimulation without a window: one site that raises two regions, limits, and the replay by Perturb.
// Fiji: File > New > Script..., language Groovy. Headless: ImageJ --headless --run plan.groovy
import org.braindyn.api.*

labels = Labels.open("sample-images/phantom_labels.nii.gz")
signals = Scan.open("sample-images/phantom_bold.nii.gz").parcellate(labels)
model = Model.train("VAR shrunk to own past and mean", signals.allForTraining())
names = signals.regions().names()
wanted = PlanSettings.defaults().reach(1, 8, 5).limits(2, true, 0, 1)
made = model.plan([signals], names[0] + "," + names[1], wanted)
println made.notes()
if (made.planned()) {
  effect = model.perturb(signals, made.text(), 18)
  println effect.table()
}
model.close()
