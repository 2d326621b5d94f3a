"""Given names from many countries: a capitalised pair that begins with one is taken for a person."""

GIVEN = frozenset(
    """
Aaron Abdul Abdullah Abigail Abraham Adam Adrian Agnes Ahmad Ahmed Aisha Alan Albert Alberto Alejandro Aleksandr
Aleksander Alessandro Alex Alexander Alexandra Alexei Alexey Alfred Ali Alice Alicia Alison Allan Allen Amanda Amber
Amir Amy Ana Anastasia Anders Andrea Andreas Andrei Andrew Andrey Andrzej Andy Angela Angelina Anita Ann Anna Anne
Annette Anthony Antoine Anton Antonio Anwar Arjun Arnold Arthur Ashley Ashraf Audrey Ayesha Barack Barbara Barry
Bashar Beatrice Ben Benjamin Bernard Bernie Beth Betty Bill Bob Boris Brad Bradley Brandon Brenda Brendan Brett
Brian Bridget Bruce Bruno Bryan Carl Carla Carlo Carlos Carmen Carol Caroline Catherine Cathy Cecilia Chandra
Charles Charlie Charlotte Chloe Chris Christian Christina Christine Christopher Claire Clara Claude Claudia Clive
Colin Connor Craig Cristina Curtis Cynthia Dan Daniel Daniela Danielle Dario Darren Dave David Deborah Denis Dennis
Derek Diana Diane Diego Dieter Dmitri Dmitry Dominic Don Donald Donna Dora Doris Dorothy Doug Douglas Duncan Dwight
Edgar Eduardo Edward Edwin Elaine Eleanor Elena Elias Elisabeth Elizabeth Ella Ellen Emily Emma Emmanuel Enrique
Eric Erica Erik Ernest Esther Ethan Eugene Eva Evan Evelyn Fabio Fatima Felipe Felix Fernando Fiona Florence Frances
Francesca Francesco Francis Francisco Francois François Frank Frederick Friedrich Gareth Gary Gavin Geoff Geoffrey
George Georgina Gerald Gerard Gerhard Gianni Gillian Giorgio Giovanni Giulia Giuseppe Glenn Gloria Gordon Grace
Graham Greg Gregory Guillermo Gustavo Guy Hamid Hannah Hans Harold Harriet Harry Hassan Heather Hector Heidi
Heinrich Helen Helena Henri Henrik Henry Herbert Hiroshi Holly Howard Hubert Hugh Hugo Hussein Ian Ibrahim Igor Ilya
Imran Ingrid Irene Irina Isaac Isabel Isabella Ivan Jack Jackie Jacob Jacqueline Jacques Jaime Jake James Jamie Jan
Jane Janet Janice Jason Javier Jay Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy
Jo Joan Joanna Joanne Joao João Joe Joel Johan Johannes John Johnny Jon Jonathan Jordi Jorge Jose José Josef Joseph
Joshua Joyce Juan Judith Judy Julia Julian Julie Juliet Julio Jürgen Justin Kamala Karen Karin Karl Kate Katherine
Kathleen Kathryn Katie Kay Keith Kelly Ken Kenji Kenneth Kevin Khalid Kim Kimberly Klaus Kofi Kristin Kumar Kurt
Kyle Larry Lars Laura Lauren Laurence Laurent Lawrence Leah Lee Lena Leo Leon Leonard Leslie Lewis Liam Lillian
Linda Lindsay Lisa Liz Lloyd Louis Louise Luca Lucas Lucia Lucy Luis Luiz Luke Lydia Lynn Maggie Mahmoud Malcolm
Manuel Marc Marcel Marco Marcos Marcus Margaret Maria María Marie Marina Mario Marion Mark Markus Martha Martin
Martina Marvin Mary Matt Matthew Maureen Maurice Mauricio Max Maxim Maya Megan Mehmet Melanie Melissa Michael Michel
Michele Michelle Miguel Mikael Mike Mikhail Milan Miriam Mohamed Mohammad Mohammed Moira Molly Monica Monika
Muhammad Murat Mustafa Nadia Nancy Naomi Narendra Natalia Natalie Natasha Nathan Nathaniel Neil Nelson Nicholas Nick
Nicola Nicolas Nicole Nigel Nikita Nikola Nikolai Nikolay Nikos Nina Noah Noel Noor Nora Norman Olaf Oleg Olga
Oliver Olivia Olivier Omar Oscar Oskar Otto Owen Pablo Paolo Patricia Patrick Paul Paula Paulo Pavel Pedro Peggy
Penny Pervez Peter Petr Petra Phil Philip Philippe Phillip Pierre Piotr Priya Rachel Rafael Rahul Raj Rajesh Ralph
Ramón Raul Ray Raymond Rebecca Recep Renata Rene René Ricardo Richard Rick Rita Rob Robert Roberta Roberto Robin
Rodrigo Roger Roland Rolf Roman Ron Ronald Rory Rosa Rose Rosemary Ross Roy Ruby Rupert Russell Ruth Ryan Sadiq
Sally Salman Sam Samantha Samir Samuel Sandra Sanjay Sara Sarah Saul Scott Sean Sebastian Serge Sergei Sergey Sergio
Seth Shane Shannon Sharon Shaun Shaw Sheila Shirley Sibusiso Sigrid Silvia Silvio Simon Simone Sofia Sonia Sophia
Sophie Stacey Stan Stanley Stefan Stefano Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Suresh
Susan Susanne Suzanne Svetlana Sven Sylvia Takeshi Tamara Tanya Tara Tariq Tatiana Ted Terence Teresa Terry Theodore
Theresa Thomas Tim Timothy Tina Toby Todd Tom Tomas Tommy Toni Tony Tracey Tracy Trevor Tyler Umar Ursula Valentina
Valerie Vanessa Vasily Vera Veronica Vicky Victor Victoria Viktor Vijay Vikram Vincent Virginia Vivian Vladimir
Volker Volodymyr Waldemar Walid Walter Wanda Warren Wayne Wendy Werner Wilhelm Will William Wolfgang Xavier Xi
Yasmin Yoko Yuri Yusuf Yves Yvonne Zachary Zoe Zoran Adaeze Adebayo Akira Akiko Amara Amina Anil Anjali Arun Ayodele
Babajide Bongani Chinedu Chidi Chioma Deepak Dilip Ebele Emeka Farah Farid Feng Femi Gita Gopal Haruki Hiroko Hyun
Ifeoma Indira Jamal Jing Jun Kaori Karim Kazuo Khaled Kiran Kwame Lakshmi Layla Leila Lerato Lin Ling Mariam Masako
Mei Ming Mihai Mohan Nadeem Naveed Nguyen Nkosazana Nirmala Ngozi Olumide Omer Osama Pradeep Prakash Rajiv Ravi
Rashid Reza Rohan Sachin Sandeep Sanjana Satoshi Shinzo Shreya Siti Soo Sunita Tadashi Thabo Thandi Uchenna Uzma
Vinod Wei Xiao Xin Yaw Yan Yang Yong Yosef Yuki Zainab Zara Zeinab Ahmet Aylin Ayşe Emre Fatma Hakan Kemal Leyla
Özlem Selim Zeynep Bogdan Dragan Goran Ivana Jelena Jovan Katarina Lazar Marko Milos Miloš Mladen Nenad Novak
Radovan Slobodan Vesna Zdravko Agnieszka Jacek Krzysztof Malgorzata Marek Tomasz Wojciech Zbigniew Zuzana Jaroslav
Jiří Karel Ondřej Vaclav Václav Attila Gabor Gábor Gyula Istvan István Laszlo László Zoltan Viorel Ioana Ionut
Andriy Bohdan Kateryna Mykola Oksana Oleksandr Oleksii Petro Serhiy Taras Yulia Yuriy Adelina Anneke Annika Arjen
Astrid Bjorn Björn Freya Geert Gunnar Hanneke Hendrik Ingmar Jens Joost Jorgen Jørgen Kirsten Lieke Magnus Maarten
Mette Nils Pieter Rasmus Ruud Saskia Søren Thijs Torsten Ulrich Uwe Wim Wouter Alasdair Andrés Angus Annie Anselmo
Aris Arturo Athena Ayumi Bev Bianca Callum Carly Cedric Chandler Clement Clodagh Cormac Dale Daphne Dean Declan
Dimitris Dimitrios Ebba Eero Eamon Eamonn Eilidh Eleni Eliza Elsa Emil Emilia Ernst Esteban Ewan Fergus Fredrik
Georgios Gemma Gideon Giorgos Gwen Harald Harvey Hélder Hugues Imogen Inês Ingvar Íñigo Iris Isla Jarvis Jasper
Jolene Jonas Josephine Josiah Katerina Kerry Kostas Lachlan Lefteris Leona Lotte Lurdes Maeve Markos Matteo Mattias
Mercy Mia Mikko Mina Morten Niamh Niall Nikolaos Nuno Orla Osvaldo Panagiotis Patience Petros Pia Rafiq Rhys Rolando
Roisin Rowan Sakura Salma Sanna Shauna Siobhan Sofie Spyros Stavros Stig Tarek Tiago Tomás Tove Trey Vasilis Wambui
Yannis Yasuko Yiannis Zita Duarte Amélia Eliud Kipchoge Wanjiru Achieng Otieno Kamau Njoroge Abebe Almaz Haile
""".split()
)
