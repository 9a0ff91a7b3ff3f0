# What stands on posters and cards for the wall and the pocket. A pupil reads it far from any screen.

title = You can tell us here
lead = You do not have to say who you are.
scan = Point a phone camera at this.
address = Or type this:
step-write = Say what happened, in your own words.
step-readers = Pick the adults who can read it.
step-back = Get seven words. They bring you back to our answer.
picture-write = Tell
picture-readers = Pick who reads
picture-back = Come back
check = If you typed it, the page shows these six words:
check-card = If you typed it, look for:
wifi = School wi-fi can see you opened the site. It cannot see what you wrote.
screen = A school computer may save what you type.
danger = In danger now? Call { $number }
talk = Want to talk? { $name }: { $number }
